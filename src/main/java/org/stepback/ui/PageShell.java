package org.stepback.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;

/// The document around every page: its theme, and what a browser chose before, in force before it paints.
@Push
@StyleSheet(Aura.STYLESHEET)
@CssImport("./theme/stepback.css")
public final class PageShell implements AppShellConfigurator {
    private static final String CHOSEN_LOOKS = """
            (function () {
              var page = document.documentElement;
              var chosen;
              try { chosen = localStorage.getItem('sb-color-scheme'); } catch (e) { /* a browser that keeps nothing */ }
              chosen = chosen === 'light' || chosen === 'dark' ? chosen : 'system';
              page.dataset.colors = chosen;
              page.style.colorScheme = chosen === 'system' ? 'light dark' : chosen;
              try {
                page.toggleAttribute('data-workbench', localStorage.getItem('sb-workbench') === 'on');
              } catch (e) { /* it opens as a student's first time */ }
            })();
            """;
    private static final String FIRST_GROUND = "html { background: light-dark(#f6f7f9, #111419); }";

    /// Two points, one of each class, on the two sides of a line.
    private static final String ICON = "data:image/svg+xml,"
            + "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'>"
            + "<rect width='32' height='32' rx='7' fill='%233f58cf'/>"
            + "<path d='M8 26 24 6' stroke='%23fff' stroke-width='2.5' stroke-linecap='round'/>"
            + "<circle cx='10' cy='11' r='4' fill='%237cc4f5'/><circle cx='22' cy='21' r='4' fill='%23ffb253'/></svg>";

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addInlineWithContents(Inline.Position.PREPEND, CHOSEN_LOOKS, Inline.Wrapping.JAVASCRIPT);
        settings.addInlineWithContents(Inline.Position.PREPEND, FIRST_GROUND, Inline.Wrapping.STYLESHEET);
        settings.addLink(ICON, Map.of("rel", "icon", "type", "image/svg+xml"));
        settings.addMetaTag("color-scheme", "light dark");
    }
}
