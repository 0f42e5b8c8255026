package crosscountry.elimination.state;

import crosscountry.elimination.Legality;
import crosscountry.elimination.edge.Edge;
import crosscountry.elimination.edge.InitialEdges;
import crosscountry.elimination.edge.OutputVertices;
import crosscountry.graph.Graph;
import crosscountry.graph.GraphException;

/**
 * What the published agent sees of a position (game.md, section 8): {@code cells[channel][row][column]}, shape [5,
 * I+V+1, V]. Row 0 is a header; row r, column v-1 is the edge from value r to vertex v as (type, o1, o2, p1, p2). V
 * counts the virtual output vertices too, and a graph of fewer than three vertices still has the header's three
 * columns.
 */
public record Observation(int[][][] cells) {
    private static final int CHANNELS = 5;

    public static Observation of(GameState state) {
        Graph graph = state.game().graph();
        OutputVertices outputs = OutputVertices.of(graph);
        int vertices = graph.vertices().size() + outputs.virtual().size();
        if (!state.linearization().isOfPairs()) {
            throw new GraphException("the published observation shows values of up to two axes; " + graph.name()
                    + " has values with more");
        }
        for (Edge edge : InitialEdges.of(graph, state.game().rules())) { // stated ones may have further virtual targets
            vertices = Math.max(vertices, edge.target());
        }
        int[][][] cells = new int[CHANNELS][graph.inputs().size() + vertices + 1][Math.max(3, vertices)];
        cells[0][0][0] = graph.inputs().size();
        cells[0][0][1] = Legality.eliminable(graph).size();
        cells[0][0][2] = outputs.terminal().size() + outputs.virtual().size();
        for (int vertex = 1; vertex <= vertices; vertex++) {
            boolean output = outputs.terminal().contains(vertex)
                    || vertex > graph.vertices().size();
            cells[1][0][vertex - 1] = output || state.played().vertices().contains(vertex) ? 1 : 0;
            cells[2][0][vertex - 1] = output ? 1 : 0;
        }
        for (int step = 0; step < state.played().vertices().size(); step++) {
            cells[3][0][step] = state.played().vertices().get(step);
        }
        for (Edge edge : state.linearization().edges()) {
            int[] entries = {edge.type().code(), edge.o1(), edge.o2(), edge.p1(), edge.p2()};
            for (int channel = 0; channel < CHANNELS; channel++) {
                cells[channel][edge.source()][edge.target() - 1] = entries[channel];
            }
        }
        return new Observation(cells);
    }
}
