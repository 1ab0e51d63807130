package org.stepback.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstLineTest {
    private static final String FLOWERS =
            "5.1,3.5,Iris-setosa\n4.9,3.0,Iris-setosa\n7.0,3.2,Iris-versicolor\n6.3,3.3,Iris-virginica\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5.1,a;4.9,b | \"5.1\" is a number.",
                "−1,a;4.9,b | \"−1\" is a number.",
                "x,1e3;4.9,b | \"1e3\" is a number.",
                "x,2019,2020;1,2,3 | \"2019\" is a number.",
                "\"5.1\",a;4.9,b | \"5.1\" is a number.",
                "\"0,5\",a;4,b | \"0,5\" is no usual name.",
                "2026-12-01,a;4,b | \"2026-12-01\" is no usual name.",
                "NaN,a;4,b | \"NaN\" is no usual name.",
                "NA,a;4,b | \"NA\" is no usual name.",
                "?,a;4,b | \"?\" is no usual name.",
                "5 %,a;4,b | \"5 %\" is no usual name.",
                "yes,no;yes,yes | \"yes\" comes again in line 2.",
                "small,red;big,green;tall,red | \"red\" comes again in line 3.",
            })
    void what_could_be_a_sample_is_asked_about(String text, String why) throws CsvException {
        CsvFile file = CsvFile.parse(text.replace(';', '\n'));
        assertThat(file.doubt().orElseThrow().message())
                .isEqualTo("Does this line name the columns, or is it a sample? " + why);
        assertThatThrownBy(file::table).isInstanceOf(CsvException.class).hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x,y\n1,2\n", "x1,x2\n1,2\n", "2nd,y\n1,2\n", "µ,σ²\n1,2\n", "%,#\n1,2\n", "x,kind\n1,a\n2,a\n"})
    void names_are_not_asked_about(String text) throws CsvException {
        assertThat(CsvFile.parse(text).doubt()).isEmpty();
        assertThat(CsvFile.parse(text).table().rows()).isEqualTo(text.lines().count() - 1);
    }

    @Test
    void no_sample_is_lost_where_the_first_line_is_one() throws CsvException {
        CsvTable table = CsvFile.parse(FLOWERS).table(Header.NONE);
        assertThat(table.columns()).containsExactly("column 1", "column 2", "column 3");
        Dataset flowers = table.dataset("column 3");
        assertThat(flowers.samples()).isEqualTo(4);
        assertThat(flowers.x().getData()).containsExactly(5.1, 4.9, 7, 6.3, 3.5, 3, 3.2, 3.3);
        assertThat(flowers.classes()).containsExactly("Iris-setosa", "Iris-versicolor", "Iris-virginica");
    }

    @Test
    void a_first_line_of_numbers_may_be_said_to_be_names() throws CsvException {
        CsvTable table = CsvFile.parse("2019,2020,y\n1,2,3\n4,5,6\n").table(Header.FIRST_LINE);
        assertThat(table.dataset("y").features()).isEqualTo(List.of("2019", "2020"));
        assertThat(table.rows()).isEqualTo(2);
    }

    @Test
    void a_sample_may_come_again_where_the_first_line_is_one() throws CsvException {
        assertThat(CsvFile.parse("1,a\n1,a\n2,b\n").table(Header.NONE).rows()).isEqualTo(3);
    }

    @Test
    void as_many_samples_as_there_may_be_need_no_names() throws CsvException {
        assertThat(CsvFile.parse("1,2\n".repeat(20_000)).table(Header.NONE).rows())
                .isEqualTo(20_000);
        CsvFile longer = CsvFile.parse("0,1\n" + "1,2\n".repeat(20_000));
        assertThatThrownBy(() -> longer.table(Header.NONE))
                .hasMessage("line 20001, column 1: A table has at most 20,000 rows of data.");
        assertThat(longer.table(Header.FIRST_LINE).rows()).isEqualTo(20_000);
    }

    @Test
    void a_table_is_read_once_for_each_meaning() throws CsvException {
        CsvFile file = CsvFile.parse(FLOWERS);
        assertThat(file.table(Header.NONE))
                .isSameAs(file.table(Header.NONE))
                .isNotSameAs(file.table(Header.FIRST_LINE));
        assertThat(Optional.of(file.table(Header.NONE).rows())).contains(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0;1.0", "0;1.0", "0.;1.", "0e5;1E0", "-0;+1", "−0;1", "\"0.00\";\"1\""})
    void labels_of_zero_and_one_are_classes_however_they_are_written(String labels) throws CsvException {
        String[] each = labels.split(";");
        Dataset dataset = CsvFile.parse("a,y\n1,%s\n2,%s\n3,%1$s\n".formatted(each[0], each[1]))
                .table()
                .dataset("y");
        assertThat(dataset.classes()).containsExactly("0", "1");
        assertThat(dataset.y().getData()).containsExactly(0.0, 1.0, 0.0);
    }

    @Test
    void other_numbers_stay_numbers() throws CsvException {
        assertThat(CsvFile.parse("a,y\n1,0.0\n2,1.5\n").table().dataset("y").classes())
                .isEmpty();
        assertThat(CsvFile.parse("a,y\n1,1.0\n2,2.0\n").table().dataset("y").classes())
                .isEmpty();
    }
}
