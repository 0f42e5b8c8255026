/** Comms and the widget protocol: models that Java and a page share. */
package crosscountry.kernel.server.comm;
