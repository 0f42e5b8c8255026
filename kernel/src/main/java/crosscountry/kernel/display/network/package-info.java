/** What the heads of a network attend to. */
package crosscountry.kernel.display.network;
