package org.stepback.notebook.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.layer.Weights;
import org.stepback.number.NumberText;
import org.stepback.ui.Styled;

/// The weights that an author gave to a network: for each layer W with one row a unit, and b in the last column.
final class WeightTables extends Div {
    WeightTables(List<Weights> weights) {
        addClassName("weight-tables");
        for (int layer = 0; layer < weights.size(); layer++) {
            add(table(layer + 1, weights.get(layer)));
        }
    }

    private static Div table(int layer, Weights weights) {
        DMatrixRMaj kernel = weights.kernel();
        var table = new NativeTable();
        table.setCaptionText("Layer " + layer + ": weights W and bias b");
        var head = table.getHead().addRow();
        head.addHeaderCell().setText("Unit");
        for (int input = 1; input <= kernel.getNumCols(); input++) {
            head.addHeaderCell().setText("from " + (layer == 1 ? "input " : "unit ") + input);
        }
        head.addHeaderCell().setText("bias");
        for (int unit = 0; unit < kernel.getNumRows(); unit++) {
            NativeTableRow row = table.getBody().addRow();
            row.addHeaderCell().setText(Integer.toString(unit + 1));
            for (int input = 0; input < kernel.getNumCols(); input++) {
                row.addDataCell().setText(NumberText.exact(kernel.get(unit, input)));
            }
            row.addDataCell().setText(NumberText.exact(weights.bias().get(unit, 0)));
        }
        var box = Styled.div("number-table", table);
        return box;
    }
}
