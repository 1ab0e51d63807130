package org.stepback.training;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the properties `stepback.training.*`, and makes the pool that all training shares.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrainingLimits.class)
class TrainingConfiguration {
    /// Started and stopped by [TrainingService].
    @Bean
    RunPool runPool(TrainingLimits limits) {
        return new RunPool(limits.threadsOr(Runtime.getRuntime().availableProcessors()), limits.slice());
    }
}
