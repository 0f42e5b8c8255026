/** The elimination game, which a reader plays on the page. */
package crosscountry.kernel.display.game;
