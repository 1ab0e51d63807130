package org.stepback.training.ui.chart;

import java.util.ArrayList;
import java.util.List;
import org.stepback.training.KeptRun;
import org.stepback.ui.chart.Chart.Series;
import org.stepback.ui.chart.Points;

/// The losses of earlier runs on the loss chart of the present one: of all validation samples where there are
/// some.
final class Overlays {
    private static final int FIRST_TONE = 3;

    private Overlays() {}

    static List<Series> series(List<Series> own, List<KeptRun> runs) {
        List<Series> all = new ArrayList<>(own);
        for (KeptRun run : runs) {
            String what = isValidated(run) ? ", validation loss" : ", training loss";
            all.add(Series.exact(id(run), run.title() + what, FIRST_TONE + all.size() - own.size()));
        }
        return all;
    }

    static Points points(Points own, List<KeptRun> runs) {
        for (KeptRun run : runs) {
            double[] loss =
                    isValidated(run) ? run.curve().validation() : run.curve().training();
            own.add(id(run), run.curve().step(), loss);
        }
        return own;
    }

    private static String id(KeptRun run) {
        return "run" + run.number();
    }

    private static boolean isValidated(KeptRun run) {
        return !Double.isNaN(run.validation().loss());
    }
}
