package crosscountry.elimination;

import crosscountry.elimination.edge.Edge;

/** One in-edge times one out-edge: what it cost, and the edge that it made or was added to. */
public record Product(Edge in, Edge out, long cost, Edge result, boolean fillIn) {}
