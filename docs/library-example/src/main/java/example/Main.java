package example;

import crosscountry.elimination.edge.CostModel;
import crosscountry.elimination.Elimination;
import crosscountry.elimination.Order;
import crosscountry.elimination.state.Orders;
import crosscountry.graph.Graph;
import crosscountry.jacobian.JacobianPlan;
import crosscountry.jacobian.Jacobians;
import crosscountry.trace.Trace;

public class Main {
    static double[] swing(double angle, double speed, double length) {
        double energy = speed * speed / 2 - 9.81 / length * Math.cos(angle);
        return new double[] {energy, Math.sqrt(energy + 9.81 / length)};
    }

    public static void main(String[] args) {
        Graph graph = Trace.of(Main.class, "swing");
        Order order = Orders.bestOfMarkowitz(graph, CostModel.PUBLISHED, 100, 1);
        System.out.println(Elimination.run(graph, CostModel.PUBLISHED, order).total() + " multiplications by the order " + order);
        JacobianPlan plan = Jacobians.of(graph, order); // or Jacobians.of(graph), which looks for an order itself
        System.out.println(plan.at(0.3, 1.2, 2.0));
    }
}
