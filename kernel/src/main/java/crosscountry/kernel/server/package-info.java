/** The Jupyter kernel: requests in, replies and output out, one thread for each kind of work. */
package crosscountry.kernel.server;
