package org.stepback.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Lets a page run its own scripts alone: each has a number that is drawn for this one answer.
///
/// Vaadin makes functions of the expressions that the server sends, hence `unsafe-eval`. Styles may stand in elements,
/// as charts and formulas need them.
@Component
final class ScriptPolicy implements VaadinServiceInitListener {
    private static final String POLICY = "default-src 'self'; script-src 'self' 'nonce-%s' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
            + " worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors %s";

    private final SecureRandom random = new SecureRandom();
    private final String frameAncestors;

    /// @param frameAncestors the sites that may show the lab in a frame, as the header has them
    ScriptPolicy(@Value("${stepback.frame-ancestors}") String frameAncestors) {
        this.frameAncestors = frameAncestors;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        if (event.getSource().getDeploymentConfiguration().isProductionMode()) {
            event.addIndexHtmlRequestListener(this::guard);
        }
    }

    private void guard(IndexHtmlResponse page) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().getElementsByTag("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader("Content-Security-Policy", POLICY.formatted(nonce, frameAncestors));
    }
}
