package org.stepback.exercise.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.jspecify.annotations.Nullable;

/// TeX in Markdown, kept from Markdown's own rules: `$a_1$` within a line, `$$ … $$` set apart.
///
/// The rules are those of Pandoc's `tex_math_dollars`. The opening `$` has no space after it. The first `$` that has
/// no backslash before it and does not stand in the braces of a `\text` decides: with a space before it or a digit
/// after it, the opening one is a dollar, so that prices stay text. `\$` is always a dollar. `$$` is closed by the
/// next `$$`, with no empty line between them.
final class Maths {
    private Maths() {}

    /// A formula within a paragraph.
    static final class Inline extends CustomNode {
        private final String tex;
        private final boolean display;

        Inline(String tex, boolean display) {
            this.tex = tex;
            this.display = display;
        }
    }

    /// A formula that is a block of its own; without its closing `$$` it is a paragraph.
    static final class Display extends CustomBlock {
        private @Nullable String tex;

        void close(String tex) {
            this.tex = trimmed(tex);
        }

        boolean isFormula() {
            return tex != null;
        }

        /// Returns whether its closing `$$` is there, at the end of a line or within one.
        boolean closed() {
            return isFormula() || getFirstChild() instanceof Inline;
        }
    }

    /// Returns the TeX without spaces around it; one that a backslash makes TeX's own stays.
    static String trimmed(String tex) {
        String stripped = tex.strip();
        return stripped.endsWith("\\") && !tex.endsWith("\\") ? stripped + " " : stripped;
    }

    /// Gives a formula out as a `span` whose text is its TeX; the page sets it.
    record Renderer(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Inline.class, Display.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Inline inline) {
                span(node, inline.tex, inline.display);
                return;
            }
            context.getWriter().line();
            context.getWriter().tag("p");
            if (node instanceof Display display && display.tex != null) {
                span(node, display.tex, true);
            } else {
                for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                    context.render(child);
                }
            }
            context.getWriter().tag("/p");
            context.getWriter().line();
        }

        private void span(Node node, String tex, boolean display) {
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("class", "math");
            attributes.put("data-display", String.valueOf(display));
            context.getWriter().tag("span", context.extendAttributes(node, "span", attributes));
            context.getWriter().text(tex);
            context.getWriter().tag("/span");
        }
    }
}
