package org.stepback.exercise.markdown;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.internal.util.Escaping;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.SourcePosition;
import org.stepback.number.Numeral;

/// Renders an author's Markdown as HTML that is safe to show.
///
/// CommonMark with tables and maths. Maths comes out as `<span class="math" data-display="true|false">` with the
/// TeX as its text, for the page to set. HTML in the Markdown is shown as text; links lead to http, https or
/// relative addresses, images are relative; whatever else slips through ends at a sanitizer.
///
/// The work is bounded by steps in each paragraph ([BoundedInlines]), by lines, and by time. A text beyond a bound is
/// shown as it was typed, with a sentence.
public final class Markdown {
    private static final int MAX_DEPTH = 50;
    /// The parser copies a paragraph's lines at each of its lines.
    private static final int MOST_LINES_ON_END = 1_500;
    /// The most characters that are rendered without another thread.
    private static final int SHORT = 2_000;

    static final String TOO_MUCH =
            "This text takes too long to set, so it is shown as it was typed. Divide it by empty lines, or into notes.";
    private static final RenderWorkers WORKERS = new RenderWorkers(Duration.ofSeconds(3));
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(MAX_DEPTH)
            .customInlineContentParserFactory(new MathsInlineParser.Factory())
            .customBlockParserFactory(MathsBlockParser.FACTORY)
            .inlineParserFactory(BoundedInlines::new)
            .build();
    static final HtmlRenderer BLOCKS = renderer(false);
    private static final HtmlRenderer LINE = renderer(true);
    private static final Pattern RELATIVE = Pattern.compile("(?![/\\\\]{2}|\\\\)(?:[^:]*|[^:/?#]*[/?#].*)");
    private static final Pattern LINKED = Pattern.compile("(?i)https?:.*");
    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "em", "strong", "code", "pre")
            .allowElements("blockquote", "hr", "br", "table", "thead", "tbody", "tr", "th", "td", "a", "img", "span")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .allowAttributes("align")
            .matching(Pattern.compile("left|center|right"))
            .onElements("th", "td")
            .allowAttributes("class")
            .matching(Pattern.compile("language-[\\w+-]{1,30}"))
            .onElements("code")
            .allowAttributes("class")
            .matching(Pattern.compile("math"))
            .onElements("span")
            .allowAttributes("data-display")
            .matching(Pattern.compile("true|false"))
            .onElements("span")
            .allowAttributes("href", "title")
            .onElements("a")
            .allowAttributes("src")
            .matching(RELATIVE)
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("img")
            .allowUrlProtocols("http", "https")
            .requireRelsOnLinks("noreferrer")
            .toFactory();

    private Markdown() {}

    /// Returns the text as blocks of HTML: paragraphs, lists, tables.
    public static String html(String markdown) {
        return render(markdown, BLOCKS);
    }

    /// Returns the text as HTML without a paragraph around it, if it is a single one: for labels and options.
    public static String inline(String markdown) {
        return render(markdown, LINE).strip();
    }

    private static String render(String markdown, HtmlRenderer renderer) {
        if (markdown.length() <= SHORT) {
            return rendered(markdown, renderer);
        }
        return WORKERS.within(() -> renderedOrTyped(markdown, renderer)).orElseGet(() -> asTyped(markdown));
    }

    static String renderedOrTyped(String markdown, HtmlRenderer renderer) {
        return isTooLong(markdown) ? asTyped(markdown) : rendered(markdown, renderer);
    }

    /// Returns whether too many lines follow each other without an empty one.
    private static boolean isTooLong(String markdown) {
        int onEnd = 0;
        for (String line : markdown.split("\n", -1)) {
            onEnd = line.isBlank() ? 0 : onEnd + 1;
            if (onEnd > MOST_LINES_ON_END) {
                return true;
            }
        }
        return false;
    }

    private static String asTyped(String markdown) {
        return SAFE.sanitize(
                "<p><em>" + TOO_MUCH + "</em></p><pre><code>" + Escaping.escapeHtml(markdown) + "</code></pre>");
    }

    private static String rendered(String markdown, HtmlRenderer renderer) {
        Node document = parse(markdown);
        return tooDeep(document) == null ? SAFE.sanitize(renderer.render(document)) : "";
    }

    public static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /// Notes what would not come out as its author meant it: links that are not kept, maths that is never closed.
    public static void check(String markdown, SourcePosition origin, Findings findings) {
        if (isTooLong(markdown)) {
            return;
        }
        Node document = parse(markdown);
        Node deep = tooDeep(document);
        if (deep != null) {
            findings.add(place(deep, origin), "Lists, quotes and emphasis can stand at most 50 levels deep.");
            return;
        }
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                String to = link.getDestination();
                if (!RELATIVE.matcher(to).matches() && !LINKED.matcher(to).matches()) {
                    findings.add(
                            place(link, origin),
                            "A link leads to http, https or a relative address. " + Numeral.quoted(to) + " does not.");
                }
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                String from = image.getDestination();
                if (!RELATIVE.matcher(from).matches()) {
                    findings.add(
                            place(image, origin),
                            "An image lies in the exercise's folder and has a relative address. " + Numeral.quoted(from)
                                    + " is not one.");
                }
                visitChildren(image);
            }

            @Override
            public void visit(CustomBlock block) {
                if (block instanceof Maths.Display maths && !maths.closed()) {
                    findings.add(
                            place(block, origin),
                            "The maths that opens here with \"$$\" is not closed before the next empty line.");
                }
                visitChildren(block);
            }
        });
    }

    /// Returns the place of the block that a node belongs to.
    private static SourcePosition place(Node node, SourcePosition origin) {
        Node block = node;
        while (block.getParent() != null
                && (!(block instanceof Block) || block.getSourceSpans().isEmpty())) {
            block = block.getParent();
        }
        List<SourceSpan> spans = block.getSourceSpans();
        return spans.isEmpty()
                ? origin
                : new SourcePosition(
                                spans.getFirst().getLineIndex() + 1,
                                spans.getFirst().getColumnIndex() + 1)
                        .within(origin);
    }

    /// A node deeper than the renderer should follow, found without recursion.
    private static @Nullable Node tooDeep(Node document) {
        int depth = 0;
        Node node = document;
        while (node != null) {
            if (depth > 2 * MAX_DEPTH) {
                return node;
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
        return null;
    }

    private static HtmlRenderer renderer(boolean line) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .percentEncodeUrls(true)
                .omitSingleParagraphP(line)
                .nodeRendererFactory(Maths.Renderer::new)
                .build();
    }
}
