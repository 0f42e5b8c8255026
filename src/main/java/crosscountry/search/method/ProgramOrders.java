package crosscountry.search.method;

/** Forward or reverse mode: one order. */
record ProgramOrders(String name, boolean backwards) implements SearchMethod {
    @Override
    public void run(RunningSearch search) {
        int[] order = new int[search.template().size()];
        for (int k = 0; k < order.length; k++) {
            order[k] = backwards ? order.length - 1 - k : k;
        }
        search.count(1);
        search.offer(order, search.template().start().total(order));
    }
}
