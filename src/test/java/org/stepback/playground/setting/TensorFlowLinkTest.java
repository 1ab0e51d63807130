package org.stepback.playground.setting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A link of TensorFlow Playground opens with the same setup")
class TensorFlowLinkTest {
    /// As that page writes it by itself when it opens.
    static final String FIRST = "#activation=tanh&batchSize=10&dataset=circle&regDataset=reg-plane&learningRate=0.03"
            + "&regularizationRate=0&noise=0&networkShape=4,2&seed=0.50000&showTestData=false&discretize=false"
            + "&percTrainData=50&x=true&y=true&xTimesY=false&xSquared=false&ySquared=false&cosX=false&sinX=false"
            + "&cosY=false&sinY=false&collectStats=false&problem=classification&initZero=false&hideText=false";

    @Test
    @DisplayName("Its first setup is the first setup here, with its seed")
    void first() {
        PlaygroundLink.Reading reading = TensorFlowLink.read(FIRST);
        assertThat(reading.problems()).isEmpty();
        assertThat(PlaygroundLink.write(reading.state())).isEqualTo("seed=50000&weights=50000");
    }

    @ParameterizedTest
    @DisplayName("All its six datasets are here")
    @CsvSource({
        "dataset=circle&problem=classification, ''",
        "dataset=xor&problem=classification, data=xor",
        "dataset=gauss&problem=classification, data=gauss",
        "dataset=spiral&problem=classification, data=spiral",
        "dataset=spiral&regDataset=reg-plane&problem=regression, data=plane",
        "regDataset=reg-gauss&problem=regression, data=hills"
    })
    void datasets(String hash, String link) {
        assertThat(PlaygroundLink.write(TensorFlowLink.read(hash).state())).isEqualTo(link);
    }

    @Test
    @DisplayName("Every one of its settings is taken over")
    void everything() {
        PlaygroundLink.Reading reading = TensorFlowLink.read(
                "activation=relu&regularization=L2&batchSize=25&dataset=spiral&learningRate=0.1&regularizationRate=0.003"
                        + "&noise=15&networkShape=8,6,4&showTestData=true&discretize=true&percTrainData=70&x=true&y=false"
                        + "&xTimesY=true&xSquared=true&sinY=true&problem=classification&initZero=true"
                        + "&learningRate_hide=true&sinX_hide=true&noise_hide=false&resetButton_hide=true");
        assertThat(reading.problems()).isEmpty();
        assertThat(PlaygroundLink.write(reading.state()))
                .isEqualTo("data=spiral&noise=15&train=70&batch=25&inputs=x,xx,xy,siny&hidden=8relu,6relu,4relu&lr=0.1"
                        + "&reg=l2&rate=0.003&init=zeros&test=yes&discrete=yes&hide=lr,reset,sinx");
    }

    @Test
    @DisplayName("A network without hidden layers has none here")
    void no_hidden() {
        assertThat(PlaygroundLink.write(
                        TensorFlowLink.read("networkShape=&dataset=circle").state()))
                .isEqualTo("hidden=none");
    }

    @Test
    @DisplayName("What it cannot mean is named and left out")
    void bad() {
        PlaygroundLink.Reading reading =
                TensorFlowLink.read("activation=swish&dataset=moon&learningRate=fast&x=false&y=false&%zz=%");
        assertThat(reading.problems())
                .hasSize(4)
                .anyMatch(sentence -> sentence.contains("dataset") && sentence.contains("“moon”"))
                .anyMatch(sentence -> sentence.contains("learningRate") && sentence.contains("“fast”"))
                .anyMatch(sentence -> sentence.contains("activation “swish”"))
                .anyMatch(sentence -> sentence.contains("needs an input"));
        assertThat(PlaygroundLink.write(reading.state())).isEmpty();
    }

    @Test
    @DisplayName("Other anchors are no links")
    void others() {
        assertThat(TensorFlowLink.isOne("content")).isFalse();
        assertThat(TensorFlowLink.isOne(FIRST)).isTrue();
    }
}
