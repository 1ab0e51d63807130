package org.stepback.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// The Playground, with names for its parts.
record PlaygroundPage(Page page) {
    /// As it is opened by its address, which begins at once unless it says `run=no`.
    static PlaygroundPage open(Page page, LabServer lab, String link) {
        page.navigate(lab.url("/playground" + link));
        var playground = new PlaygroundPage(page);
        playground.button("Step").waitFor();
        return playground;
    }

    /// With an address by which it waits for Play.
    static PlaygroundPage waiting(Page page, LabServer lab, String link) {
        return open(page, lab, link + (link.isEmpty() ? "?" : "&") + "run=no");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator control(String key) {
        return page.locator("[data-control='" + key + "'] :is(select, input)");
    }

    void pick(String key, String value) {
        control(key).selectOption(value);
    }

    Locator unit(int layer, int unit) {
        return page.locator("[data-place='" + layer + "." + unit + "']");
    }

    Locator figure(String name) {
        return page.locator("[data-figure='" + name + "']");
    }

    long epoch() {
        return Long.parseLong(figure("epoch").textContent().trim().replace(",", ""));
    }

    double loss(String which) {
        return Double.parseDouble(figure(which + "-loss").textContent().trim().replace('\u2212', '-'));
    }

    /// The link that the address bar has.
    String link() {
        return (String) page.evaluate("location.search.slice(1)");
    }

    /// The page's address is known here only as far as its messages have been read, which waiting on the page does.
    void awaitLink(String link) {
        page.waitForCondition(() -> link().equals(link));
    }
}
