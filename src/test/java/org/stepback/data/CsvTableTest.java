package org.stepback.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    void a_target_of_numbers_is_a_regression() throws CsvException {
        CsvTable table = table("size,rooms,price\n50,2,100.5\n80,3,160\n120,5,-2e2\n");
        Dataset houses = table.dataset("price");
        assertThat(table.columns()).containsExactly("size", "rooms", "price");
        assertThat(houses.features()).containsExactly("size", "rooms");
        assertThat(houses.x().getData()).containsExactly(50, 80, 120, 2, 3, 5);
        assertThat(houses.y().getData()).containsExactly(100.5, 160, -200);
        assertThat(houses.classes()).isEmpty();
    }

    @Test
    void a_target_of_two_names_is_zero_and_one() throws CsvException {
        CsvTable table = table("answer,x\nyes,1\nno,2\nyes,3\n");
        Dataset dataset = table.dataset("answer");
        assertThat(dataset.classes()).containsExactly("no", "yes");
        assertThat(dataset.y().getData()).containsExactly(1, 0, 1);
        assertThat(table.outputs("answer")).isEqualTo(1);
    }

    @Test
    void a_target_of_zeros_and_ones_is_two_classes() throws CsvException {
        CsvTable table = table("x,y\n1,0\n2,1\n");
        assertThat(table.dataset("y").classes()).containsExactly("0", "1");
        assertThat(table.dataset("y").y().getData()).containsExactly(0, 1);
        assertThat(table.dataset("x").classes()).isEmpty();
    }

    @Test
    void a_target_of_more_names_is_one_hot() throws CsvException {
        CsvTable table = table("x,kind\n1,b\n2,c\n3,a\n");
        Dataset dataset = table.dataset("kind");
        assertThat(table.outputs("kind")).isEqualTo(3);
        assertThat(dataset.classes()).containsExactly("a", "b", "c");
        assertThat(dataset.y().getData()).containsExactly(0, 0, 1, 1, 0, 0, 0, 1, 0);
    }

    @Test
    void marks_quotes_and_line_ends_of_all_systems_are_read() throws CsvException {
        CsvTable table = table("\uFEFFname,\"a, \"\"quoted\"\" one\"\r\n x , 1\r\n\r\n\"two\nlines\",\"2\"\rz,3");
        assertThat(table.columns()).containsExactly("name", "a, \"quoted\" one");
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.classes("name")).containsExactly("two\nlines", "x", "z");
        assertThat(table.dataset("name").x().getData()).containsExactly(1, 2, 3);
    }

    @Test
    void a_wrong_number_is_named_with_its_place() {
        assertThat(faults("x,y\n1,2\n3,1e999\n4,NaN\n5,6\n\"0,5\",7\n8,9\n"))
                .containsExactly(
                        "line 6, column 1: Each value of the column \"x\" must be a number. \"0,5\" has a comma: write 0.5.",
                        "line 3, column 3: Each value of the column \"y\" must be a number. \"1e999\" is too large for a"
                                + " computer's number.",
                        "line 4, column 3: Each value of the column \"y\" must be a number. \"NaN\" is not a finite"
                                + " number.");
    }

    @Test
    void empty_fields_are_named_with_their_place() {
        assertThat(faults("x,kind\n1,a\n2,\n ,b\n3,c\n"))
                .containsExactly(
                        "line 4, column 2: Each value of the column \"x\" must be a number. It is empty.",
                        "line 3, column 3: Each value of the column \"kind\" must be a name. It is empty.");
    }

    @Test
    void ragged_rows_are_counted() {
        assertThat(faults("a,b,c\n1,2,3\n1,2\n1,2,3,4\n7\n"))
                .containsExactly(
                        "line 3, column 1: 2 values, expected 3.",
                        "line 4, column 1: 4 values, expected 3. Numbers have a decimal point: with a comma, 0,5 counts as"
                                + " two values.",
                        "line 5, column 1: 1 value, expected 3.");
    }

    @Test
    void quotation_marks_must_close() {
        assertThat(faults("a,b\n1,\"2\n3,4\n"))
                .containsExactly("line 2, column 3: This quotation mark is never closed.");
        assertThat(faults("a,b\n1,\"2\"x\n"))
                .containsExactly("line 2, column 6: After a closing quotation mark comes a comma or the line's end. To"
                        + " write a quotation mark inside a value, double it.");
    }

    @Test
    void the_header_names_each_column_once() {
        assertThat(faults(""))
                .containsExactly(
                        "line 1, column 1: The table is empty. Its first line names the columns, separated by commas.");
        assertThat(faults("a,b\n"))
                .containsExactly("line 1, column 1: The table has column names but no rows of data.");
        assertThat(faults("1,2\n3,4\n"))
                .containsExactly(
                        "line 1, column 1: Does this line name the columns, or is it a sample? \"1\" is a number.");
        assertThat(faults("a,,a\n1,2,3\n"))
                .containsExactly(
                        "line 1, column 3: Each column needs a name.",
                        "line 1, column 4: Two columns have the name \"a\".");
        assertThat(faults("a b\n1 2\n"))
                .containsExactly(
                        "line 1, column 1: A table needs at least two columns, separated by commas, semicolons or tabs.");
    }

    @Test
    void sizes_are_bounded() {
        String row = "1,2\n";
        assertThat(faults("a,b\n" + row.repeat(20_001)))
                .containsExactly("line 20002, column 1: A table has at most 20,000 rows of data.");
        String wide =
                String.join(",", IntStream.range(0, 66).mapToObj(i -> "c" + i).toList());
        assertThat(faults(wide + "\n")).first().asString().endsWith("A table has at most 65 columns.");
        assertThat(faults("a,b\n" + "x".repeat(2_000_000)))
                .containsExactly("line 1, column 1: A table has at most 2,000,000 characters.");
        assertThat(faults("a,b\n1," + "x".repeat(201) + "\n"))
                .containsExactly("line 2, column 3: A value has at most 200 characters.");
        assertThat(faults("a,b\n" + "1\n".repeat(100))).hasSize(20);
    }

    @Test
    void a_hundred_thousand_rows_are_refused_at_their_first_too_many() {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(i % 10).append(",1\n");
        }
        assertThat(faults(text.toString()))
                .containsExactly("line 20002, column 1: A table has at most 20,000 rows of data.");
    }

    @Test
    void as_many_rows_as_there_may_be_are_read_exactly() throws CsvException {
        double[] numbers = new SplittableRandom(3).doubles(20_000, -1e3, 1e3).toArray();
        StringBuilder text = new StringBuilder("x,y\r\n");
        for (int i = 0; i < numbers.length; i++) {
            text.append(numbers[i]).append(',').append(i).append("\r\n");
        }
        Dataset dataset = table(text.toString()).dataset("y");
        assertThat(dataset.x().getData()).isEqualTo(numbers);
        assertThat(dataset.y().get(0, 19_999)).isEqualTo(19_999);
    }

    @Property
    void a_number_is_read_to_the_last_bit(@ForAll double x, @ForAll double y) throws CsvException {
        Dataset dataset = table("x,y\n" + x + ",0\n" + y + ",2\n").dataset("y");
        assertThat(dataset.x().getData()).containsExactly(x, y);
    }

    @Test
    void a_number_below_the_smallest_is_the_nearest() throws CsvException {
        double[] read = table("x,y\n1e-999,0\n4.9e-324,2\n+.5,3\n5.,4\n−1E-3,5\n")
                .dataset("y")
                .x()
                .getData();
        assertThat(read).containsExactly(0, Double.MIN_VALUE, .5, 5, -.001);
    }

    @Test
    void what_is_no_number_is_named_as_it_stands() {
        assertThat(faults(
                        "\uFEFFx,y\n0x10,1\n1d,2\n1_000,3\n1 000,4\n\"1,234.5\",5\n-inf,6\n∞,7\n\"\",8\n-1e400,9\n1,10\n"
                                + "2,11\n3,12\n4,13\n5,14\n6,15\n7,16\n8,17\n9,18\n10,19\n11,20\n"))
                .extracting(fault -> fault.replace("Each value of the column \"x\" must be a number. ", ""))
                .containsExactly(
                        "line 2, column 1: \"0x10\" is not a number.",
                        "line 3, column 1: \"1d\" is not a number.",
                        "line 4, column 1: \"1_000\" is not a number.",
                        "line 5, column 1: \"1 000\" is not a number.",
                        "line 6, column 1: \"1,234.5\" is not a number.",
                        "line 7, column 1: \"-inf\" is not a finite number.",
                        "line 8, column 1: \"∞\" is not a finite number.",
                        "line 9, column 1: It is empty.",
                        "line 10, column 1: \"-1e400\" is too large for a computer's number.");
    }

    @Test
    void commas_as_decimals_are_counted_as_values() {
        assertThat(faults("x,y\n0,5,1\n"))
                .containsExactly("line 2, column 1: 3 values, expected 2. Numbers have a decimal point: with a comma,"
                        + " 0,5 counts as two values.");
    }

    @Test
    void only_the_target_may_have_text() throws CsvException {
        CsvTable table = table("town,x,y\nUlm,1,2\nBonn,3,4\n");
        assertThat(table.faults("y"))
                .containsExactly(new Fault(
                        2, 1, "The column \"town\" has text, and only the target may. \"Ulm\" is not a number."));
        assertThatIllegalArgumentException().isThrownBy(() -> table.dataset("y"));
        assertThat(table.faults("town")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> table.dataset("height"));
    }

    @Test
    void a_column_says_how_much_each_sample_counts() throws CsvException {
        CsvTable table = table("x,counts,y\n1,0.5,2\n3,0,4\n");
        Dataset dataset = table.dataset("y", Optional.of("counts"));
        assertThat(dataset.features()).containsExactly("x");
        assertThat(dataset.sampleWeights()).containsExactly(0.5, 0);
        assertThat(dataset.split(0.5).train().sampleWeights()).containsExactly(0.5);
        assertThat(dataset.split(0.5).validation().sampleWeights()).containsExactly(0);
        assertThat(table.dataset("y").sampleWeights()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> table.dataset("y", Optional.of("y")));
    }

    @Test
    void a_weight_is_a_number_from0_to1000000() throws CsvException {
        CsvTable table = table("x,few,many,town,y\n1,-0.1,1000000,Ulm,2\n3,1,1000001,Bonn,4\n");
        assertThat(table.weightFaults("few"))
                .containsExactly(new Fault(
                        2, 3, "A weight must be a number from 0 to 1000000. In the column \"few\" here is \"-0.1\"."));
        assertThat(table.weightFaults("many"))
                .extracting(Fault::line, Fault::column)
                .containsExactly(tuple(3, 5));
        assertThat(table.weightFaults("town"))
                .containsExactly(new Fault(
                        2, 16, "The column \"town\" has text, and a weight is a number. \"Ulm\" is not a number."));
        assertThat(table.weightFaults("x")).isEmpty();
    }

    @Test
    void a_target_needs_two_classes_and_has_at_most64() throws CsvException {
        assertThat(table("x,kind\n1,a\n2,a\n").faults("kind"))
                .containsExactly(
                        new Fault(2, 3, "The target \"kind\" needs at least two classes. All its values are \"a\"."));
        String rows = String.join(
                "", IntStream.range(0, 65).mapToObj(i -> i + ",k" + i + "\n").toList());
        assertThat(table("x,kind\n" + rows).faults("kind"))
                .containsExactly(new Fault(2, 3, "The target \"kind\" has 65 classes; at most 64 are possible."));
    }

    @Property(tries = 500)
    void any_text_is_a_table_or_has_faults_within_it(@ForAll String text) {
        checkPlaces(text);
    }

    @Property(tries = 500)
    void any_mix_of_separators_is_a_table_or_has_faults_within_it(
            @ForAll @CharRange(from = ' ', to = '.') String text) {
        checkPlaces("a,b\n" + text.replace('-', '\n').replace('+', '\r'));
    }

    private static CsvTable table(String text) throws CsvException {
        return CsvFile.parse(text).table();
    }

    private static void checkPlaces(String text) {
        try {
            table(text);
        } catch (CsvException e) {
            assertThat(e.faults()).isNotEmpty().allMatch(fault -> fault.line() >= 1 && fault.column() >= 1);
        }
    }

    private static List<String> faults(String text) {
        CsvException refused = catchThrowableOfType(CsvException.class, () -> table(text));
        return refused.faults().stream().map(Fault::toString).toList();
    }
}
