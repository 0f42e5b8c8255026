/** Plain Java values: arrays and collections. */
package crosscountry.kernel.display.value;
