/** Pictures made of terminal cells: characters and colours. */
package crosscountry.kernel.display.cells;
