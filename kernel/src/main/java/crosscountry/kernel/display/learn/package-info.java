/** Learning curves. */
package crosscountry.kernel.display.learn;
