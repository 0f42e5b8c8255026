package crosscountry.trace.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What users write themselves. */
final class UserMethods {
    enum Option {
        CALL,
        PUT
    }

    sealed interface Shape permits Disc, Box {}

    record Disc(double r) implements Shape {}

    record Box(double a, double b) implements Shape {}

    record State(double height, double speed) {
        State plus(State d, double dt) {
            return new State(height + dt * d.height, speed + dt * d.speed);
        }
    }

    private static final double[] LIMITS = {0, 10, 40, 90};
    private static final double[] RATES = {0.1, 0.2, 0.3, 0.45};

    private UserMethods() {}

    private static double normal(double t) {
        double k = 1 / (1 + 0.2316419 * Math.abs(t));
        double tail = Math.exp(-t * t / 2)
                / Math.sqrt(2 * Math.PI)
                * k
                * (0.319381530 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
        return t >= 0 ? 1 - tail : tail;
    }

    @At({100, 95, 0.03, 0.2, 0.5})
    static double[] blackScholes(double[] x) {
        double[] prices = new double[2];
        for (Option option : Option.values()) {
            double d1 = (Math.log(x[0] / x[1]) + (x[2] + x[3] * x[3] / 2) * x[4]) / (x[3] * Math.sqrt(x[4]));
            double d2 = d1 - x[3] * Math.sqrt(x[4]);
            prices[option.ordinal()] = switch (option) {
                case CALL -> x[0] * normal(d1) - x[1] * Math.exp(-x[2] * x[4]) * normal(d2);
                case PUT -> x[1] * Math.exp(-x[2] * x[4]) * normal(-d2) - x[0] * normal(-d1);
            };
        }
        return prices;
    }

    @At({30.0, 0.8, 0.01})
    static double[] projectileWithDrag(double[] x) {
        double vx = x[0] * Math.cos(x[1]);
        double vy = x[0] * Math.sin(x[1]);
        double px = 0;
        double py = 1e-9;
        double dt = 0.05;
        while (py > 0) {
            double v = Math.sqrt(vx * vx + vy * vy);
            vx -= dt * x[2] * v * vx;
            vy -= dt * (9.81 + x[2] * v * vy);
            px += dt * vx;
            py += dt * vy;
        }
        return new double[] {px, py};
    }

    @At({0.3, -0.5, 1.1})
    static double[] robotArm(double[] x) {
        double angle = 0;
        double[] hand = {0, 0};
        double[] lengths = {1.0, 0.8, 0.3};
        for (int k = 0; k < 3; k++) {
            angle += x[k];
            hand[0] += lengths[k] * Math.cos(angle);
            hand[1] += lengths[k] * Math.sin(angle);
        }
        return hand;
    }

    @At({0.3, -0.5, 1.1, 0.2, 0.7, -0.4})
    static double[] neuralNet(double[] x) {
        double[][] weights = {{x[0], x[1]}, {x[2], x[3]}, {x[4], x[5]}};
        double[] in = {0.6, -0.2};
        double[] hidden = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 2; j++) {
                hidden[i] += weights[i][j] * in[j];
            }
            hidden[i] = Math.max(0.01 * hidden[i], hidden[i]);
        }
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            hidden[i] = Math.exp(hidden[i]);
            sum += hidden[i];
        }
        return new double[] {hidden[0] / sum, -Math.log(hidden[1] / sum)};
    }

    @At({1.0, 3.0, 2.4})
    static double[] tableLookUp(double[] x) {
        double[] table = {0, x[0], x[1], 9, 16};
        int cell = (int) Math.floor(x[2]);
        double w = x[2] - cell;
        return new double[] {(1 - w) * table[cell] + w * table[cell + 1]};
    }

    @At({0.7})
    static double[] newtonToConvergence(double[] x) {
        double y = 1;
        double step;
        do {
            step = (y * Math.exp(y) - x[0]) / (Math.exp(y) * (1 + y));
            y -= step;
        } while (Math.abs(step) > 1e-12);
        return new double[] {y};
    }

    @At({1.0, 0.5, 0.1, 0.05})
    static double[] pidLoop(double[] x) {
        double value = 0;
        double sum = 0;
        double last = x[0];
        for (int k = 0; k < 10; k++) {
            double error = x[0] - value;
            sum = Math.max(-1, Math.min(1, sum + 0.1 * error));
            value += 0.1 * (x[1] * error + x[2] * sum + x[3] * (error - last) / 0.1);
            last = error;
        }
        return new double[] {value, sum};
    }

    @At({4.0, 1.0, 0.5, 2.0})
    static double[] thomasAlgorithm(double[] x) {
        int n = 4;
        double[] c = new double[n];
        double[] d = new double[n];
        c[0] = x[1] / x[0];
        d[0] = x[3] / x[0];
        for (int i = 1; i < n; i++) {
            double m = x[0] - x[2] * c[i - 1];
            c[i] = x[1] / m;
            d[i] = (x[3] + i - x[2] * d[i - 1]) / m;
        }
        for (int i = n - 2; i >= 0; i--) {
            d[i] -= c[i] * d[i + 1];
        }
        return d;
    }

    @At({1.0, 2.0, 0.5, -1.0, 3.0, 0.2, 4.0, 1.0, -2.0})
    static double[] gaussWithPivoting(double[] x) {
        int n = 3;
        double[][] a = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            System.arraycopy(x, i * n, a[i], 0, n);
            a[i][n] = i + 1;
        }
        for (int k = 0; k < n; k++) {
            int best = k;
            for (int i = k + 1; i < n; i++) {
                best = Math.abs(a[i][k]) > Math.abs(a[best][k]) ? i : best;
            }
            double[] row = a[k];
            a[k] = a[best];
            a[best] = row;
            for (int i = k + 1; i < n; i++) {
                double w = a[i][k] / a[k][k];
                for (int j = k; j <= n; j++) {
                    a[i][j] -= w * a[k][j];
                }
            }
        }
        double[] y = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            y[i] = a[i][n];
            for (int j = i + 1; j < n; j++) {
                y[i] -= a[i][j] * y[j];
            }
            y[i] /= a[i][i];
        }
        return y;
    }

    @At({12.345, 3.0, 0.19})
    static double[] roundedToCents(double[] x) {
        double net = Math.round(x[0] * x[1] * 100) / 100.0;
        double tax = Math.floor(net * x[2] * 100 + 0.5) / 100;
        return new double[] {net + tax, x[0] * x[1] * (1 + x[2])};
    }

    @At({57.0, 1.1})
    static double[] taxBrackets(double[] x) {
        double tax = 0;
        for (int k = 0; k < LIMITS.length && x[0] > LIMITS[k]; k++) {
            double top = k + 1 < LIMITS.length ? LIMITS[k + 1] : Double.MAX_VALUE;
            tax += (Math.min(x[0], top) - LIMITS[k]) * RATES[k];
        }
        return new double[] {tax * x[1]};
    }

    @At({2.0, 1.5, 3.0})
    static double[] sealedShapes(double[] x) {
        double area = 0;
        for (Shape shape : List.of(new Disc(x[0]), new Box(x[1], x[2]))) {
            if (shape instanceof Disc disc) {
                area += Math.PI * disc.r() * disc.r();
            } else if (shape instanceof Box box) {
                area += box.a() * box.b();
            }
        }
        return new double[] {area};
    }

    @At({10.0, 0.0, 0.1})
    static double[] stateRecords(double[] x) {
        State state = new State(x[0], x[1]);
        List<State> path = new ArrayList<>(List.of(state));
        while (state.height() > 8) {
            double drag = x[2] * state.speed() * Math.abs(state.speed());
            state = state.plus(new State(state.speed(), -9.81 - drag), 0.1);
            path.add(state);
        }
        return new double[] {state.speed(), path.get(path.size() / 2).height()};
    }

    @At({0.0, 1.0, 0.5, 1.3})
    static double[] splineByHand(double[] x) {
        double[] y = {x[0], x[1], x[2], 0.2};
        int k = Math.min(2, Math.max(0, (int) x[3]));
        double t = x[3] - k;
        double before = k > 0 ? y[k - 1] : y[k];
        double after = k < 2 ? y[k + 2] : y[k + 1];
        double m0 = (y[k + 1] - before) / 2;
        double m1 = (after - y[k]) / 2;
        return new double[] {
            (2 * t * t * t - 3 * t * t + 1) * y[k]
                    + (t * t * t - 2 * t * t + t) * m0
                    + (3 * t * t - 2 * t * t * t) * y[k + 1]
                    + (t * t * t - t * t) * m1
        };
    }

    private static double integral(DoubleUnaryOperator f, double a, double b, double tolerance, int depth) {
        double c = (a + b) / 2;
        double whole = (b - a) / 6 * (f.applyAsDouble(a) + 4 * f.applyAsDouble(c) + f.applyAsDouble(b));
        double left = (c - a) / 6 * (f.applyAsDouble(a) + 4 * f.applyAsDouble((a + c) / 2) + f.applyAsDouble(c));
        double right = (b - c) / 6 * (f.applyAsDouble(c) + 4 * f.applyAsDouble((b + c) / 2) + f.applyAsDouble(b));
        if (depth == 0 || Math.abs(left + right - whole) < tolerance) {
            return left + right;
        }
        return integral(f, a, c, tolerance / 2, depth - 1) + integral(f, c, b, tolerance / 2, depth - 1);
    }

    @At({1.5, 2.0})
    static double[] adaptiveQuadrature(double[] x) {
        return new double[] {integral(t -> Math.exp(-x[1] * t) * Math.sin(3 * t), 0, x[0], 1e-6, 8)};
    }

    @At({52.5, 13.4, 48.1, 11.6})
    static double[] greatCircle(double[] x) {
        double a = Math.toRadians(x[0]);
        double b = Math.toRadians(x[2]);
        double h = Math.pow(Math.sin((b - a) / 2), 2)
                + Math.cos(a) * Math.cos(b) * Math.pow(Math.sin(Math.toRadians(x[3] - x[1]) / 2), 2);
        return new double[] {2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)))};
    }
}
