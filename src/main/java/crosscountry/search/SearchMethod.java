package crosscountry.search;

/** One way to look for cheap orders: it offers what it finds to the search and ends soon after the search is done. */
public interface SearchMethod {
    /** The name in commands and tables. */
    String name();

    /** Looks until {@link Search#done} or until this method has nothing more to try. */
    void run(Search search);
}
