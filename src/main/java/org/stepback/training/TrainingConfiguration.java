package org.stepback.training;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// Reads the properties `stepback.training.*`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrainingLimits.class)
class TrainingConfiguration {}
