package org.stepback.exercise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepback.data.CsvFile;
import org.stepback.data.Dataset;

/// An author's exercise, as far as a browser may see it.
///
/// Its [AnswerKey], which cannot be reached from here, says how it is graded and how it is solved.
///
/// @param slug the name of its folder
/// @param summary one line for the course's page
/// @param cells in the order of the page, ids distinct
/// @param tables the CSV files that its data cells may name
/// @param points what each graded cell earns at most
/// @param texts what the author wrote in each cell's fenced block, by cell id
/// @param frame what is said of it as a whole
public record Exercise(
        String slug,
        String title,
        String summary,
        List<Cell> cells,
        Map<String, CsvFile> tables,
        Map<String, Integer> points,
        Map<String, String> texts,
        Frame frame) {

    /// The beginning of an own notebook's slug; no exercise's slug begins so.
    public static final String OWN = "~";

    public Exercise {
        cells = List.copyOf(cells);
        tables = Map.copyOf(tables);
        points = Map.copyOf(points);
        texts = Map.copyOf(texts);
    }

    /// Returns an exercise whose cells no author has written down.
    public Exercise(
            String slug,
            String title,
            String summary,
            List<Cell> cells,
            Map<String, CsvFile> tables,
            Map<String, Integer> points) {
        this(slug, title, summary, cells, tables, points, Map.of(), Frame.NONE);
    }

    /// Returns the exercise without cells that an own notebook begins with.
    public static Exercise blank(String slug, String title) {
        return new Exercise(slug, title, "", List.of(), Map.of(), Map.of());
    }

    public Exercise withPoints(Map<String, Integer> graded) {
        return new Exercise(slug, title, summary, cells, tables, graded, texts, frame);
    }

    public Optional<Cell> cell(String id) {
        return cells.stream().filter(cell -> cell.id().equals(id)).findFirst();
    }

    /// Returns the cell of an id, if it is of this kind.
    public <C extends Cell> Optional<C> cell(String id, Class<C> kind) {
        return cell(id).filter(kind::isInstance).map(kind::cast);
    }

    /// Returns the number of a graded cell, a question or a training, among all of them.
    public Optional<QuestionNumber> question(String cell) {
        List<String> graded =
                cells.stream().map(Cell::id).filter(points::containsKey).toList();
        return graded.contains(cell)
                ? Optional.of(new QuestionNumber(graded.indexOf(cell) + 1, graded.size()))
                : Optional.empty();
    }

    /// Returns the questions of the author that ask what a student expects of a training.
    public List<Cell.Question> predictions(String train) {
        return questions()
                .filter(question -> question.predicts().filter(train::equals).isPresent())
                .toList();
    }

    /// Returns the questions that have to be right before a training's diagnosis is shown; none where it is shown at
    /// once.
    public List<Cell.Question> diagnosing(String train) {
        return !frame.hidesDiagnoses()
                ? List.of()
                : questions()
                        .filter(question -> question instanceof Cell.ChoiceQuestion
                                && points.containsKey(question.id())
                                && question.train().filter(train::equals).isPresent())
                        .toList();
    }

    /// Returns the author's questions, in the order of the page.
    public Stream<Cell.Question> questions() {
        return cells.stream().filter(Cell.Question.class::isInstance).map(Cell.Question.class::cast);
    }

    public int totalPoints() {
        return points.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Returns the samples of a data cell, the author's or a student's version of it, before any split.
    ///
    /// @throws IllegalArgumentException if the cell names a table or a target that is not there
    public Dataset dataset(Cell.Data data) {
        return data.source().dataset(tables);
    }

    /// Returns the size that [#dataset] has, at almost no cost.
    public Shape shape(Cell.Data data) {
        return Shape.of(data.source(), tables);
    }
}
