package org.stepback.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// The limits of what a request may bring: the properties `stepback.body.*`.
///
/// @param time from the end of a request's head until the last byte of its body
/// @param page what a page sends at once: an event, a text, a file that is opened
/// @param form everything else, such as the form of the door
@ConfigurationProperties("stepback.body")
public record BodyLimits(
        @DefaultValue("20s") Duration time,
        @DefaultValue("1100KB") DataSize page,
        @DefaultValue("16KB") DataSize form) {
    /// Returns the most bytes of a request's body.
    ///
    /// @param path the address within the lab
    /// @param kind Vaadin's `v-r`; empty for a request that is none of its own
    long of(String path, String kind) {
        boolean ofPage = kind.equals("uidl") || kind.equals("push");
        boolean page = ofPage || path.startsWith("/saves/") || path.startsWith("/VAADIN/dynamic/");
        return (page ? page() : form()).toBytes();
    }
}
