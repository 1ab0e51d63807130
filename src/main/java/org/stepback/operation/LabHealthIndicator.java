package org.stepback.operation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stepback.StepbackApplication;
import org.stepback.training.TrainingLoad;
import org.stepback.training.TrainingService;

/// The part `lab` of `/health`: its version, its runs, and whether it takes leave.
@Component
class LabHealthIndicator implements HealthIndicator {
    private final String version;
    private final ApplicationAvailability availability;
    private final TrainingService training;
    private volatile boolean began;

    LabHealthIndicator(
            @Value(StepbackApplication.VERSION) String version,
            ApplicationAvailability availability,
            TrainingService training) {
        this.version = version;
        this.availability = availability;
        this.training = training;
    }

    @EventListener
    void changed(AvailabilityChangeEvent<ReadinessState> change) {
        began |= change.getState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    @Override
    public Health health() {
        boolean draining = began && availability.getReadinessState() == ReadinessState.REFUSING_TRAFFIC;
        TrainingLoad load = training.load();
        Health.Builder health = draining ? Health.outOfService() : Health.up();
        return health.withDetail("version", version)
                .withDetail("draining", draining)
                .withDetail("runsInTraining", load.training())
                .withDetail("runsInMemory", load.inMemory())
                .withDetail("stepsPerSecond", Math.round(load.stepsPerSecond()))
                .build();
    }
}
