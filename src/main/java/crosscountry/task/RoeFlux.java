package crosscountry.task;

/**
 * The Roe flux of the one-dimensional Euler equations at a cell face, from the states (density, momentum, energy) on
 * its two sides (Roe 1981). The ratio of specific heats is 0.5 and the third wave moves at the speed of the second, as
 * in the paper's task.
 */
final class RoeFlux {
    private static final double GAMMA = 0.5;

    private RoeFlux() {}

    private static double pressure(double density, double momentum, double energy) {
        return (GAMMA - 1) * (energy - 0.5 * Math.pow(momentum, 2) / density);
    }

    /** The physical flux of one state. */
    private static double[] flux(double density, double momentum, double energy, double pressure) {
        double velocity = momentum / density;
        return new double[] {momentum, pressure + momentum * velocity, velocity * (pressure + energy)};
    }

    private static double average(double leftDensity, double rightDensity, double left, double right, double weight) {
        return (Math.sqrt(leftDensity) * left + Math.sqrt(rightDensity) * right) / weight;
    }

    static double[] roeFlux1d(double ul0, double ul1, double ul2, double ur0, double ur1, double ur2) {
        double densityJump = ur0 - ul0;
        double density = Math.sqrt(ul0 * ur0);
        double weight = Math.sqrt(ul0) + Math.sqrt(ur0);

        double vl = ul1 / ul0;
        double pl = pressure(ul0, ul1, ul2);
        double hl = (ul2 + pl) / ul0;
        double vr = ur1 / ur0;
        double pr = pressure(ur0, ur1, ur2);
        double hr = (ur2 + pr) / ur0;
        double pressureJump = pr - pl;
        double velocityJump = vr - vl;

        double u = average(ul0, ur0, vl, vr, weight);
        double h = average(ul0, ur0, hl, hr, weight);
        double squaredVelocity = Math.pow(u, 2);
        double squaredSound = (GAMMA - 1) * (h - 0.5 * squaredVelocity);
        double sound = Math.sqrt(squaredSound);

        double fast = Math.abs(u + sound);
        double entropySpeed = Math.abs(u);
        double slow = Math.abs(u);
        double impedance = sound * density;
        double entropy = (densityJump - pressureJump / squaredSound) * entropySpeed;
        double forward = (velocityJump + pressureJump / impedance) * fast;
        double backward = (velocityJump - pressureJump / impedance) * slow;

        double[] left = flux(ul0, ul1, ul2, pl);
        double[] right = flux(ur0, ur1, ur2, pr);
        double mass = left[0] + right[0];
        double momentum = left[1] + right[1];
        double energy = left[2] + right[2];

        double scale = 0.5 * density / sound;
        double massWave = entropy + scale * forward - scale * backward;
        double momentumWave = entropy * u + scale * forward * (u + sound) - scale * backward * (u - sound);
        double energyWave = entropy * 0.5 * squaredVelocity
                + scale * forward * (h + u * sound)
                - scale * backward * (h - u * sound);
        return new double[] {0.5 * (mass - massWave), 0.5 * (momentum - momentumWave), 0.5 * (energy - energyWave)};
    }
}
