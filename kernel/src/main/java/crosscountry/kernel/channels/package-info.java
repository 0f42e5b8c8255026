/** Jupyter's five channels over ZeroMQ. Only this package knows sockets. */
package crosscountry.kernel.channels;
