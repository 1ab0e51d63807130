package org.stepback.notebook;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.stepback.account.Accounts;
import org.stepback.storage.StorageQuota;

/// The notebooks' components, for storage tests of other packages.
@Configuration(proxyBeanMethods = false)
@Import({
    Accounts.class,
    Drafts.class,
    ChangeLog.class,
    NotebookStore.class,
    NotebookService.class,
    OwnNotebooks.class,
    SharedNotebooks.class,
    StorageQuota.class,
    Trash.class
})
public class NotebookStorage {}
