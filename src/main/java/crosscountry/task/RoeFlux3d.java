package crosscountry.task;

import crosscountry.trace.Var;

/**
 * The Roe flux of the three-dimensional Euler equations at a cell face, from density, momentum and energy on its two
 * sides (Toro, Riemann Solvers and Numerical Methods for Fluid Dynamics, chapter 11). Wave strengths and the ratio of
 * specific heats, 0.5, are those of the paper's task.
 */
final class RoeFlux3d {
    private static final double GAMMA = 0.5;

    private RoeFlux3d() {}

    static Var[] flux(
            Var leftDensity, Var leftMomentum, Var leftEnergy, Var rightDensity, Var rightMomentum, Var rightEnergy) {
        Var densityJump = rightDensity.minus(leftDensity);
        Var momentumJump = rightMomentum.minus(leftMomentum);
        Var energyJump = rightEnergy.minus(leftEnergy);

        Var leftVelocity = leftMomentum.over(leftDensity);
        Var rightVelocity = rightMomentum.over(rightDensity);
        Var leftPressure = pressure(leftDensity, leftMomentum, leftEnergy);
        Var rightPressure = pressure(rightDensity, rightMomentum, rightEnergy);

        Var leftWeight = leftDensity.sqrt();
        Var rightWeight = rightDensity.sqrt();
        Var weight = leftWeight.plus(rightWeight);
        Var u = leftWeight
                .times(leftVelocity)
                .plus(rightWeight.times(rightVelocity))
                .over(weight);
        Var leftEnthalpy = leftEnergy.plus(leftPressure).over(leftDensity);
        Var rightEnthalpy = rightEnergy.plus(rightPressure).over(rightDensity);
        Var h = leftWeight
                .times(leftEnthalpy)
                .plus(rightWeight.times(rightEnthalpy))
                .over(weight);
        Var squaredSpeed = u.pow(2).sum(1).expand(1);
        Var squaredSound = h.minus(squaredSpeed.times(0.5)).times(GAMMA - 1);
        Var sound = squaredSound.sqrt();
        Var u1 = u.slice(1, 0, 1);
        Var u2 = u.slice(1, 1, 2);
        Var u3 = u.slice(1, 2, 3);
        Var fast = u1.plus(sound);
        Var slow = u1.minus(sound);

        Var work = u.times(momentumJump).sum(1).expand(1);
        Var heat = h.minus(squaredSpeed).times(densityJump).plus(work).minus(energyJump);
        Var entropy = Var.of(GAMMA - 1).over(squaredSound).times(heat).times(u1);
        Var shear3 = momentumJump
                .slice(1, 2, 3)
                .over(u3)
                .minus(momentumJump.slice(1, 0, 1))
                .times(u1);
        Var shear2 = momentumJump.slice(1, 1, 2).over(u2).minus(densityJump).times(u1);
        Var rest = densityJump.minus(entropy);
        Var acoustic = momentumJump.slice(1, 0, 1).minus(u1.times(densityJump)).over(sound);
        Var backward = rest.minus(acoustic).times(0.5).times(slow);
        Var forward = rest.plus(acoustic).times(0.5).times(fast);

        Var densityLoss = backward.plus(entropy).plus(forward.times(fast));
        Var momentumLoss = Var.concat(
                1,
                backward.times(slow).plus(entropy.times(u1)).plus(forward.times(fast)),
                backward.plus(shear2).plus(entropy).plus(forward).times(u2),
                backward.plus(shear3).plus(entropy).plus(forward).times(u3));
        Var energyLoss = backward.times(h.minus(u1.times(sound)))
                .plus(shear2.times(u2.pow(2)))
                .plus(shear3.times(u3.pow(2)))
                .plus(entropy.times(0.5).times(squaredSpeed))
                .plus(forward.times(h.plus(u1.times(sound))));

        Var density = leftMomentum.slice(1, 0, 1).plus(rightMomentum.slice(1, 0, 1));
        Var momentum = momentumFlux(leftMomentum, leftVelocity, leftPressure)
                .plus(momentumFlux(rightMomentum, rightVelocity, rightPressure));
        Var energy = leftVelocity
                .slice(1, 0, 1)
                .times(leftPressure.plus(leftEnergy))
                .plus(rightVelocity.slice(1, 0, 1).times(rightPressure.plus(rightEnergy)));
        return new Var[] {
            density.minus(densityLoss).times(0.5),
            momentum.minus(momentumLoss).times(0.5),
            energy.minus(energyLoss).times(0.5)
        };
    }

    private static Var pressure(Var density, Var momentum, Var energy) {
        return energy.minus(momentum.pow(2).sum(1).expand(1).times(0.5).over(density))
                .times(GAMMA - 1);
    }

    private static Var momentumFlux(Var momentum, Var velocity, Var pressure) {
        return Var.concat(1, pressure, Var.zeros(1, 2)).plus(momentum.times(velocity));
    }
}
