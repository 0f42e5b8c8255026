/** Messages of the Jupyter protocol: their parts, their signatures and the connection file. */
package crosscountry.kernel.protocol;
