package org.stepback.training;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The trainings' components, for storage tests of other packages.
@Configuration(proxyBeanMethods = false)
@Import({TrainingConfiguration.class, RunSetups.class, TrainingService.class})
public class TrainingStorage {}
