package org.stepback.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The forms in which spreadsheets and other programs write one and the same table.
class CsvDialectTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,y,label\n1,2,0\n2,1,1\n",
                "sep=,\nx,y,label\n1,2,0\n2,1,1\n",
                "\uFEFFsep=;\r\nx;y;label\r\n1;2;0\r\n2;1;1\r\n",
                "\"sep=;\"\nx;y;label\n1;2;0\n2;1;1\n",
                "sep=\t\nx\ty\tlabel\n1\t2\t0\n2\t1\t1",
                "sep=|\rx|y|label\r1|2|0\r2|1|1",
                "x;y;label\n1;2;0\n2;1;1\n",
                "x\ty\tlabel\n1\t2\t0\n2\t1\t1\n",
                "x|y|label\n1|2|0\n2|1|1\n",
                "x,y,label,\n1,2,0,\n2,1,1,\n",
                "x,y,label\n1,2,0,\n2,1,1,,\n",
                "x,y,label,,\n1,2,0\n2,1,1,,\n",
                "x,y,label\n1,2,0\n2,1,1\n,,\n,,\n",
                "x;y;label;\n1;2;0;\n2;1;1;\n;;;\n",
                "x\ty\tlabel\t\n1\t2\t0\t\n2\t1\t1\t\n\t\t\t\n",
                "\uFEFF\uFEFFx,y,label\n1,2,0\n2,1,1\n",
                "\uFEFF\"x\",\"y\",\"label\"\n\"1\",\"2\",\"0\"\n\"2\",\"1\",\"1\"\n",
                "x,\u00A0y\u00A0,\uFEFFlabel\u200B\n1,\u202F2,0\n2,1,1\u00A0\n",
                "\n\n x , y , label \n \n1,2,0\n\t\n2,1,1\n \n"
            })
    void each_is_the_same_table(String text) throws CsvException {
        CsvTable table = CsvFile.parse(text).table();
        assertThat(table.columns()).containsExactly("x", "y", "label");
        Dataset dataset = table.dataset("label");
        assertThat(dataset.x().getData()).containsExactly(1, 2, 2, 1);
        assertThat(dataset.y().getData()).containsExactly(0, 1);
        assertThat(dataset.classes()).containsExactly("0", "1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            value = {
                "P(y|x),b\\n1,0\\n2,1\\n ^ P(y|x)",
                "\"a;c\",b\\n1,0\\n2,1\\n ^ a;c",
                "\"a\\nlong name\",b\\n1,0\\n2,1\\n ^ a\\nlong name",
                "a;\"b, in cm\"\\n1;0\\n2;1\\n ^ a",
                "\"a, in\\ncm\",b\\n1,0\\n2,1\\n ^ a, in\\ncm"
            })
    void another_separator_in_a_name_is_a_part_of_it(String text, String name) throws CsvException {
        CsvTable table = CsvFile.parse(text.replace("\\n", "\n")).table();
        assertThat(table.columns()).hasSize(2).first().isEqualTo(name.replace("\\n", "\n"));
        assertThat(table.rows()).isEqualTo(2);
    }

    @Test
    void a_line_break_in_quotation_marks_is_a_part_of_the_value() throws CsvException {
        CsvTable table = CsvFile.parse("x,kind\n1,\"a\r\nb\"\n2,c\n").table();
        assertThat(table.classes("kind")).containsExactly("a\nb", "c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            value = {
                "a;b,c\\n1;2,3\\n4;5,6\\n ^ 1:1: The values could be separated by commas or semicolons. Say which in a line"
                        + " of its own above: sep=, or sep=;.",
                "sep=x\\naxb\\n1x2\\n ^ 1:5: After sep= comes a comma, a semicolon, a tab or a vertical bar. Here is \"x\".",
                "sep=\\na,b\\n1,2\\n ^ 1:5: After sep= comes a comma, a semicolon, a tab or a vertical bar. Here is \"\".",
                "sep=;\\na,b\\n1,2\\n ^ 2:1: A table needs at least two columns, separated by semicolons.",
                "a,b,\\n1,2,3\\n ^ 1:5: Each column needs a name.",
                ",b\\n1,2\\n ^ 1:1: Each column needs a name.",
                "a,b,a\\n1,2,3\\n ^ 1:5: Two columns have the name \"a\".",
                "a,\"a\"\\n1,2\\n ^ 1:3: Two columns have the name \"a\".",
                "a, a \\n1,2\\n ^ 1:4: Two columns have the name \"a\".",
                "a,b\\n1,2\\n,\\n3,4\\n ^ 3:1: Each value of the column \"a\" must be a number. It is empty.",
                "a,b\\n1,2,,3\\n ^ 2:1: 4 values, expected 2. Numbers have a decimal point: with a comma, 0,5 counts as two"
                        + " values.",
                "a;b\\n1;2;3\\n ^ 2:1: 3 values, expected 2.",
                "a;b\\n0,5;1\\n1,5;2\\n ^ 2:1: Each value of the column \"a\" must be a number. \"0,5\" has a comma: write"
                        + " 0.5.",
                "a,k\\n1,\"p\\n2,q\"\\n3,r\\n ^ 2:3: This quotation mark closes some lines below, and between them are whole"
                        + " samples. Close it in its own line.",
                "a,k\\n1,caf\uFFFD\\n2,tea\\n ^ 2:3: Here is \uFFFD: a character was lost when this file was saved. Write"
                        + " the right one.",
                "a,k\\n1,p\u0007\\n2,q\\n ^ 2:3: Here is a character that nobody can see, U+0007. Delete it.",
                "a,k\\n1,p\u20282,q\\n ^ 2:3: Here is a character that nobody can see, U+2028. Delete it.",
                "a,b\\n1,2\\na,b\\n3,4\\n ^ 3:1: The names of the columns come again here. Delete this line.",
                ",,\\n ^ 1:1: A table needs at least two columns, separated by commas, semicolons or tabs."
            })
    void what_is_no_certain_table_is_refused_at_its_place(String text, String sentence) {
        CsvException refused = catchThrowableOfType(CsvException.class, () -> CsvFile.parse(text.replace("\\n", "\n"))
                .table());
        Fault first = refused.faults().getFirst();
        assertThat(first.line() + ":" + first.column() + ": " + first.message()).isEqualTo(sentence);
    }
}
