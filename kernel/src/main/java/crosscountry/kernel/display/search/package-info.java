/** Searches, comparisons, fronts of two costs and search trees. */
package crosscountry.kernel.display.search;
