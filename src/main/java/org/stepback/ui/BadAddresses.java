package org.stepback.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.stepback.web.Refusal;

/// Answers with the lab's own words where an address is so damaged that it does not reach the lab: a `%` without its
/// two digits, say.
@Component
final class BadAddresses implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(PlainReport.class.getName()));
    }

    /// Made by Tomcat, by its name.
    public static final class PlainReport extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                Refusal.guard(request, response);
                response.setContentType("text/html;charset=UTF-8");
                response.getReporter()
                        .write(PlainErrorPage.page(
                                getContainer() instanceof StandardHost host ? host.findChildren()[0].getName() : ""));
                response.finishResponse();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
