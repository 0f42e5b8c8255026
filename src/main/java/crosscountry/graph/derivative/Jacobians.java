package crosscountry.graph.derivative;

/** Values and derivatives at many points. */
public interface Jacobians {
    int points();

    /** The Jacobian at one of the points, from 0. */
    Jacobian at(int point);

    /** A flattened output at every point. */
    double[] output(int row);

    /** An entry of the Jacobian at every point; zeros where it is zero by structure. */
    double[] entry(int row, int column);
}
