package org.stepback.notebook;

/// The number of a change that a page has sent, with the random name of that page.
///
/// A change may come twice, by the page's connection and by plain HTTP, and late: what is older than the last one that
/// was stored is then known as such.
public record ChangeStamp(String page, long count) {
    /// Of a change that says nothing of itself.
    public static final ChangeStamp NONE = new ChangeStamp("", 0);

    /// Reads `k3x9.12`; anything else is [#NONE].
    public static ChangeStamp read(String text) {
        if (!text.matches("[a-z0-9]{1,24}\\.\\d{1,15}")) {
            return NONE;
        }
        int dot = text.indexOf('.');
        return new ChangeStamp(text.substring(0, dot), Long.parseLong(text.substring(dot + 1)));
    }

    boolean isNoLaterThan(ChangeStamp other) {
        return !page.isEmpty() && page.equals(other.page) && count <= other.count;
    }
}
