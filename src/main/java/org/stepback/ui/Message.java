package org.stepback.ui;

import com.fasterxml.jackson.annotation.JsonInclude;

/// A message between the server and the page: a record whose components are the fields of the TypeScript interface of
/// the same name in a `messages.ts`. A component that is null is left out.
@JsonInclude(JsonInclude.Include.NON_NULL)
public interface Message {}
