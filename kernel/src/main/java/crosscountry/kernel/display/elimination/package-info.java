/** Eliminations, their states and reports on orders. */
package crosscountry.kernel.display.elimination;
