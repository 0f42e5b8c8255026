/** Jacobians as tables and heat maps, and their patterns. */
package crosscountry.kernel.display.jacobian;
