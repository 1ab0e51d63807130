package org.stepback.assessment;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stepback.grading.GradingService;
import org.stepback.notebook.NotebookStorage;
import org.stepback.training.TrainingStorage;

/// The components that check and store answers, on a course that the test brings.
@Configuration(proxyBeanMethods = false)
@Import({
    NotebookStorage.class,
    TrainingStorage.class,
    GradingService.class,
    Submissions.class,
    GradingLimit.class,
    GradingQueue.class,
    SubmissionService.class
})
class AssessmentStorage {}
