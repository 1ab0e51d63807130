package org.stepback.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.util.HtmlUtils;

/// The page for an address that fails before any page of the lab is built: the same words for every reason,
/// and nothing of the request in them.
@Component("error")
final class PlainErrorPage implements View {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark">
            <title>Something went wrong · Stepback</title>
            <style>
              body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 20vh auto 0; padding: 0 1.5rem }
              h1 { font-size: 1.6rem }
            </style>
            <main>
              <h1>This did not work</h1>
              <p>The lab could not answer this address. It may be misspelt or cut short. What was saved is safe.</p>
              <p><a href="%s/">Go to the course</a></p>
            </main>
            </html>
            """;

    /// Returns the page.
    ///
    /// @param lab the path under which the lab is served; empty where it is the whole site
    static String page(String lab) {
        return PAGE.replace("%s", HtmlUtils.htmlEscape(lab));
    }

    @Override
    public String getContentType() {
        return MediaType.TEXT_HTML_VALUE;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(page(request.getContextPath()));
    }
}
