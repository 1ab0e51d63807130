package org.stepback.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepback.playground.setting.Controls;
import org.stepback.playground.setting.PlaygroundLink;
import org.stepback.playground.setting.PlaygroundSetting;
import org.stepback.playground.setting.PlaygroundSettings;
import org.stepback.playground.setting.PlaygroundState;
import org.stepback.playground.setting.TensorFlowLink;

@DisplayName("A link says the whole state, and what it says wrongly is named")
public class PlaygroundLinkTest {
    @Test
    @DisplayName("What nobody changed is not in the link")
    void defaults() {
        assertThat(PlaygroundLink.write(PlaygroundState.INITIAL)).isEmpty();
        assertThat(read("").state()).isEqualTo(PlaygroundState.INITIAL);
    }

    @ParameterizedTest
    @DisplayName("A link that is read and written again is the same")
    @ValueSource(
            strings = {
                "data=spiral&hidden=8tanh,4relu&lr=0.1",
                "data=hills&noise=15&train=70&batch=25&seed=42",
                "inputs=x,y,xx,yy,xy,sinx,siny,cosx,cosy&hidden=none",
                "reg=l2&rate=0.003&loss=binary_crossentropy&opt=adam&init=he_normal&weights=7",
                "lr=0.00001&schedule=cosine&over=200&momentum=0.9",
                "freeze=1,2.3,2.1.4,2.1.b&epochs=300&goal=0.05&patience=20",
                "pace=max&step=batch&test=yes&discrete=yes",
                "hide=lr,rate,sinx",
                "show=lr,noise,play"
            })
    void both_ways(String link) {
        PlaygroundLink.Reading reading = read(link);
        assertThat(reading.problems()).isEmpty();
        assertThat(PlaygroundLink.write(reading.state())).isEqualTo(link);
    }

    @Test
    @DisplayName("A layer without an activation is tanh, and inputs come in their order")
    void short_forms() {
        assertThat(PlaygroundLink.write(read("hidden=8,4&inputs=yy,x").state()))
                .isEqualTo("inputs=x,yy&hidden=8tanh,4tanh");
    }

    @ParameterizedTest
    @DisplayName("A bad value is left out, and a sentence names it")
    @CsvSource(
            delimiter = '|',
            value = {
                "noise=banana       | noise must be a whole number from 0 to 80, not “banana”.",
                "noise=81           | noise must be a whole number from 0 to 80, not “81”.",
                "lr=0               | lr must be a number from 0.000001 to 100, not “0”.",
                "lr=NaN             | lr must be a number from 0.000001 to 100, not “NaN”.",
                "lr=1e99            | lr must be a number from 0.000001 to 100, not “1e99”.",
                "hidden=17tanh      | hidden must be layers such as 4tanh,2relu, at most 10 of 1 to 16 units, or none, not “17tanh”.",
                "hidden=4softmax    | hidden must be layers such as 4tanh,2relu, at most 10 of 1 to 16 units, or none, not “4softmax”.",
                "hidden=1,1,1,1,1,1,1,1,1,1,1 | hidden must be layers such as 4tanh,2relu, at most 10 of 1 to 16 units, or none, not “1,1,1,1,1,1,1,1,1,1,1”.",
                "inputs=            | inputs must be some of x, y, xx, yy, xy, sinx, siny, cosx, cosy, not “”.",
                "freeze=a           | freeze must be layers, units or weights such as 1,2.3,2.4.1,2.4.b, not “a”.",
                "test=perhaps       | test must be yes or no, not “perhaps”.",
                "colour=red         | The Playground has no setting “colour”."
            })
    void bad_values(String link, String sentence) {
        PlaygroundLink.Reading reading = read(link + "&batch=5");
        assertThat(reading.problems()).containsExactly(sentence);
        assertThat(reading.state()).isEqualTo(PlaygroundState.INITIAL.with(PlaygroundSettings.BATCH, 5));
    }

    @Test
    @DisplayName("Of many bad values five are named, and a long one is cut short")
    void many() {
        PlaygroundLink.Reading reading = read("a=1&b=1&c=1&d=1&e=1&f=1&g=1");
        assertThat(reading.problems()).hasSize(6).last().isEqualTo("And 2 more.");
        assertThat(read("data=" + "x".repeat(100)).problems().getFirst()).endsWith("not “" + "x".repeat(30) + "…”.");
        assertThat(read("data=" + "x".repeat(5_000)).problems()).containsExactly("data is too long.");
    }

    @Test
    @DisplayName("It begins at once unless run says no, which is no part of the state")
    void run() {
        assertThat(read("").run()).isTrue();
        assertThat(read("run=").run()).isTrue();
        assertThat(read("run=no&lr=1").run()).isFalse();
        assertThat(read("run=no").state()).isEqualTo(PlaygroundState.INITIAL);
        PlaygroundLink.Reading later = read("run=later");
        assertThat(later.run()).isTrue();
        assertThat(later.problems()).containsExactly("run must be yes or no, not “later”.");
    }

    @Test
    @DisplayName("It waits where one can step but not pause, and has nothing to wait for without either")
    void run_without_play() {
        assertThat(read("hide=play").run()).isFalse();
        assertThat(read("show=stepping,lr").run()).isFalse();
        assertThat(read("hide=play&run=yes").run()).isTrue();
        assertThat(read("show=lr").run()).isTrue();
        assertThat(read("hide=stepping").run()).isTrue();
        assertThat(TensorFlowLink.read("dataset=xor&playButton_hide=true").run())
                .isFalse();
        assertThat(TensorFlowLink.read("dataset=xor&playButton_hide=true&stepButton_hide=true")
                        .run())
                .isTrue();
    }

    @Test
    @DisplayName("A link's text is read as its parameters are, escapes too")
    void text() {
        PlaygroundLink.Reading reading = PlaygroundLink.read("data=xor&hidden=8%2C4relu&run=no&lr&noise=%zz");
        assertThat(PlaygroundLink.write(reading.state())).isEqualTo("data=xor&hidden=8tanh,4relu");
        assertThat(reading.run()).isFalse();
        assertThat(reading.problems())
                .containsExactly(
                        "lr must be a number from 0.000001 to 100, not “”.",
                        "noise must be a whole number from 0 to 80, not “%zz”.");
        assertThat(PlaygroundLink.read(""))
                .isEqualTo(new PlaygroundLink.Reading(PlaygroundState.INITIAL, List.of(), true));
    }

    @Test
    @DisplayName("Every setting has a key of its own, and its first value is one of its values")
    void settings() {
        assertThat(PlaygroundSettings.ALL.stream().map(PlaygroundSetting::key)).doesNotHaveDuplicates();
        for (PlaygroundSetting<?> setting : PlaygroundSettings.ALL) {
            String text = PlaygroundState.INITIAL.text(setting);
            assertThat(PlaygroundState.INITIAL.withText(setting, text)).isEqualTo(PlaygroundState.INITIAL);
        }
    }

    @Test
    @DisplayName("A lecturer's link shows three controls, or all but some")
    void controls() {
        PlaygroundState three = read("show=play,lr,noise").state();
        assertThat(Controls.ALL.stream().filter(control -> Controls.isShown(three, control)))
                .contains("play", "lr", "noise", "x", "y")
                .doesNotContain("reset", "data", "reg", "more", "inside", "share", "classes");
        PlaygroundState most = read("hide=noise,cosx").state();
        assertThat(Controls.isShown(most, "noise")).isFalse();
        assertThat(Controls.isShown(most, "cosx")).isFalse();
        assertThat(Controls.isShown(most, "batch")).isTrue();
    }

    public static PlaygroundLink.Reading read(String link) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        Arrays.stream(link.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> parameters.put(pair[0], List.of(pair[1])));
        return PlaygroundLink.read(parameters);
    }
}
