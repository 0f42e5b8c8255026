/** Graphs as layered pictures, with the layout by Eclipse ELK. */
package crosscountry.kernel.display.graph;
