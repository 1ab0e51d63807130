package org.stepback.notebook;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The notebooks' components, for storage tests of other packages.
@Configuration(proxyBeanMethods = false)
@Import({Drafts.class, ChangeLog.class, NotebookService.class, OwnNotebooks.class})
public class NotebookStorage {}
