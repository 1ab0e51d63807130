package org.stepback.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/// The document around every page: its theme, and the colours that a browser chose before, in force before it paints.
@Push
@StyleSheet(Aura.STYLESHEET)
@CssImport("./theme/stepback.css")
public final class PageShell implements AppShellConfigurator {
    private static final String CHOSEN_COLOURS = """
            (function () {
              var page = document.documentElement;
              var chosen;
              try { chosen = localStorage.getItem('sb-color-scheme'); } catch (e) { /* a browser that keeps nothing */ }
              chosen = chosen === 'light' || chosen === 'dark' ? chosen : 'system';
              page.dataset.colors = chosen;
              page.style.colorScheme = chosen === 'system' ? 'light dark' : chosen;
            })();
            """;
    private static final String FIRST_GROUND = "html { background: light-dark(#f6f7f9, #111419); }";

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addInlineWithContents(Inline.Position.PREPEND, CHOSEN_COLOURS, Inline.Wrapping.JAVASCRIPT);
        settings.addInlineWithContents(Inline.Position.PREPEND, FIRST_GROUND, Inline.Wrapping.STYLESHEET);
        settings.addMetaTag("color-scheme", "light dark");
    }
}
