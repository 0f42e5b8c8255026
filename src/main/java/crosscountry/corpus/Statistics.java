package crosscountry.corpus;

import crosscountry.trace.Var;

/** Likelihoods, estimators and filters. */
final class Statistics {
    private Statistics() {}

    private static final double[] DATA = {-1.2, 0.3, 2.1, 2.9};

    /**
     * The log likelihood of four numbers under a mixture of two normal distributions (Bishop, Pattern Recognition, 9.2;
     * ADBench).
     */
    @Sample({0.2, 0, 2, 0.9, 0.7})
    static double normalMixture(double logit, double mu1, double mu2, double s1, double s2) {
        double share = 1 / (1 + Math.exp(-logit));
        double sum = 0;
        for (double x : DATA) {
            double a = (x - mu1) / s1;
            double b = (x - mu2) / s2;
            sum += Math.log(share / s1 * Math.exp(-0.5 * a * a) + (1 - share) / s2 * Math.exp(-0.5 * b * b));
        }
        return sum;
    }

    /** The log likelihood of a GARCH(1, 1) process (Bollerslev 1986) over five returns. */
    @Sample({0.05, 0.1, 0.8, 0.01})
    static double garch(double omega, double alpha, double beta, double mean) {
        double[] returns = {0.3, -0.8, 0.5, 1.1, -0.4};
        double variance = omega / (1 - alpha - beta);
        double sum = 0;
        for (double r : returns) {
            double shock = r - mean;
            double square = shock * shock;
            sum -= 0.5 * (Math.log(variance) + square / variance);
            variance = omega + alpha * square + beta * variance;
        }
        return sum;
    }

    /** Mean, deviation, skewness and excess kurtosis of six numbers (Joanes and Gill 1998, g1 and g2). */
    @Sample(
            value = {0.1, 0.7, 1.9, 0.4, 1.1, 2.5},
            sizes = 6)
    static double[] moments(double[] x) {
        double mean = 0;
        for (double one : x) {
            mean += one;
        }
        mean /= x.length;
        double m2 = 0;
        double m3 = 0;
        double m4 = 0;
        for (double one : x) {
            double gap = one - mean;
            double square = gap * gap;
            m2 += square;
            m3 += square * gap;
            m4 += square * square;
        }
        m2 /= x.length;
        double root = Math.sqrt(m2);
        return new double[] {mean, root, m3 / x.length / (m2 * root), m4 / x.length / (m2 * m2) - 3};
    }

    /** Pearson's correlation of five pairs with Fisher's transform (1915). */
    @Sample(
            value = {1, 2, 3, 4, 5, 1.1, 2.3, 2.7, 4.4, 4.6},
            sizes = {5, 5})
    static double[] correlation(double[] x, double[] y) {
        double mx = 0;
        double my = 0;
        for (int k = 0; k < x.length; k++) {
            mx += x[k];
            my += y[k];
        }
        mx /= x.length;
        my /= y.length;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int k = 0; k < x.length; k++) {
            double dx = x[k] - mx;
            double dy = y[k] - my;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        double r = xy / Math.sqrt(xx * yy);
        return new double[] {r, 0.5 * Math.log((1 + r) / (1 - r))};
    }

    /**
     * Kalman's filter for a place and a speed: one prediction and one update (Kalman 1960), with the innovation's
     * likelihood.
     */
    @Sample({0.5, 1.0, 0.4, 0.1, 0.3, 1.7, 0.05, 0.2})
    static double[] kalman(
            double place, double speed, double p11, double p12, double p22, double seen, double noise, double error) {
        double h = 1.0;
        double ahead = place + h * speed;
        double q11 = p11 + 2 * h * p12 + h * h * p22 + noise / 3;
        double q12 = p12 + h * p22 + noise / 2;
        double q22 = p22 + noise;
        double innovation = seen - ahead;
        double s = q11 + error;
        double k1 = q11 / s;
        double k2 = q12 / s;
        return new double[] {
            ahead + k1 * innovation,
            speed + k2 * innovation,
            (1 - k1) * q11,
            (1 - k1) * q12,
            q22 - k2 * q12,
            -0.5 * (Math.log(s) + innovation * innovation / s)
        };
    }

    /**
     * A Gaussian process with three points: its log likelihood by Cholesky's factors (Rasmussen and Williams 2006,
     * algorithm 2.1).
     */
    @Sample(
            value = {0.5, 1.1, -0.4, 1.2, 0.8, 0.1},
            sizes = 3)
    static double gaussianProcess(double[] y, double length, double height, double noise) {
        double[] x = {0, 0.6, 1.5};
        double[][] l = new double[3][3];
        double[] z = new double[3];
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            z[i] = y[i];
            for (int j = 0; j <= i; j++) {
                double gap = (x[i] - x[j]) / length;
                double entry = i == j ? height * height + noise : height * height * Math.exp(-0.5 * gap * gap);
                for (int k = 0; k < j; k++) {
                    entry -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(entry) : entry / l[j][j];
                if (j < i) {
                    z[i] -= l[i][j] * z[j];
                }
            }
            z[i] /= l[i][i];
            sum -= 0.5 * z[i] * z[i] + Math.log(l[i][i]);
        }
        return sum;
    }

    /** The Kullback-Leibler divergence of two normal distributions in the plane, by means and Cholesky's factors. */
    @Sample({0.1, 0.2, 1.1, 0.3, 0.9, -0.1, 0.4, 1.3, 0.1, 0.8})
    static double divergence(
            double m1,
            double m2,
            double a11,
            double a21,
            double a22,
            double n1,
            double n2,
            double b11,
            double b21,
            double b22) {
        double l11 = a11 / b11;
        double l21 = (a21 - b21 * l11) / b22;
        double l22 = a22 / b22;
        double d1 = (n1 - m1) / b11;
        double d2 = (n2 - m2 - b21 * d1) / b22;
        return 0.5 * (l11 * l11 + l21 * l21 + l22 * l22 + d1 * d1 + d2 * d2 - 2) - Math.log(l11 * l22);
    }

    /**
     * Student's log likelihood of four residuals of a line (Lange, Little, Taylor 1989), its gamma functions left out.
     */
    @Sample({0.2, 0.9, 0.6, 4})
    static double robustLine(double offset, double slope, double scale, double freedom) {
        double sum = 0;
        for (int k = 0; k < DATA.length; k++) {
            double residual = (DATA[k] - (offset + slope * k)) / scale;
            sum -= (freedom + 1) / 2 * Math.log1p(residual * residual / freedom) + Math.log(scale);
        }
        return sum;
    }

    /** Logistic regression: the mean loss of five rows and its ridge (Hastie, Tibshirani, Friedman, Elements, 4.4). */
    @Sample(shapes = {"5x3", "5", "3", ""})
    static Var logisticRegression(Var x, Var y, Var weights, Var ridge) {
        Var score = x.dot(weights);
        Var loss = score.exp().log1p().minus(y.times(score)).mean();
        return loss.plus(ridge.times(weights.square().sum()));
    }

    /**
     * A Poisson regression with offsets: log likelihood and fitted rates (McCullagh and Nelder, Generalized Linear
     * Models).
     */
    @Sample(shapes = {"4x2", "4", "2", "4"})
    static Var[] poissonRegression(Var x, Var counts, Var weights, Var exposure) {
        Var eta = x.dot(weights).plus(exposure.log());
        Var rate = eta.exp();
        return new Var[] {counts.times(eta).minus(rate).sum(), rate};
    }

    /** Columns scaled to mean 0 and deviation 1, then their covariance (principal components, Jolliffe 2002). */
    @Sample(shapes = {"5x3"})
    static Var standardCovariance(Var x) {
        Var centred = x.minus(x.mean(0));
        Var scaled = centred.over(centred.square().mean(0).sqrt());
        return scaled.transpose().dot(scaled).over(5);
    }

    /** Membership of four points in three clusters by soft k-means (MacKay, Information Theory, 22.1). */
    @Sample(shapes = {"4x2", "3x2", ""})
    static Var softClusters(Var x, Var centres, Var stiffness) {
        Var distance = x.square()
                .sum(1)
                .expand(1)
                .plus(centres.square().sum(1))
                .minus(x.dot(centres.transpose()).times(2));
        Var weight = distance.times(stiffness).neg().exp();
        return weight.over(weight.sum(1).expand(1)).transpose().dot(x);
    }
}
