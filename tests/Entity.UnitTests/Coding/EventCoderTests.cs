using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Coding;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Coding;

public sealed class EventCoderTests
{
    private static readonly EventCoder Coder = new();

    [Theory]
    [InlineData("Chile offered to host the peace conference.", "AGREE")]
    [InlineData("Envoys of both armies met in the schoolhouse on Tuesday.", "CONSULT")]
    [InlineData("The king praised the mediators.", "SUPPORT")]
    [InlineData("Finland shared intelligence with Estonia.", "COOPERATE")]
    [InlineData("Qatar donated tents to the flood victims.", "AID")]
    [InlineData("The junta lifted the curfew in the delta.", "CONCEDE")]
    [InlineData("The militia released nine hostages.", "RETREAT")]
    [InlineData("Prosecutors opened an investigation into the shooting.", "INVESTIGATE")]
    [InlineData("Peru demanded that Chile withdraw its patrol boats.", "DEMAND")]
    [InlineData("Chad accused Niger of harbouring bandits.", "DISAPPROVE")]
    [InlineData("The rebels rejected the offer of an amnesty.", "REJECT")]
    [InlineData("The general threatened to shell the port.", "THREATEN")]
    [InlineData("Teachers marched through the capital.", "PROTEST")]
    [InlineData("Norway suspended aid to the ministry.", "SANCTION")]
    [InlineData("Jordan deployed troops along the frontier.", "MOBILIZE")]
    [InlineData("Police arrested six activists.", "COERCE")]
    [InlineData("Gunmen murdered a village elder.", "ASSAULT")]
    [InlineData("Troops clashed with insurgents near the dam.", "FIGHT")]
    public void Code_OneVerb_IsOfItsType(string sentence, string type) => Assert.Equal(type, Code(sentence)?.Type.Name());

    [Theory]
    [InlineData("Jordan will deliver medicine to the enclave.", "AGREE")]
    [InlineData("The colonel vowed to attack the convoy.", "THREATEN")]
    [InlineData("Kenya refused to release the pilots.", "REJECT")]
    [InlineData("Kenya will not release the pilots.", "REJECT")]
    [InlineData("The two sides stopped fighting on Sunday.", "RETREAT")]
    [InlineData("Sweden halted aid to the army.", "SANCTION")]
    [InlineData("The governor said the militia must leave the town.", "DEMAND")]
    [InlineData("The militia should leave the town, the governor said.", "DEMAND")]
    [InlineData("Chad said it would withdraw its battalion unless the attacks ended.", "THREATEN")]
    public void Code_VerbThatGovernsAnother_ChangesItsType(string sentence, string type) => Assert.Equal(type, Code(sentence)?.Type.Name());

    [Theory]
    [InlineData("Rebels shelled army positions near Tarn.", "Rebels", "army")]
    [InlineData("The village was attacked by masked gunmen.", "masked gunmen", null)]
    [InlineData("Three farmers were arrested by Chadian police.", "Chadian police", "farmers")]
    [InlineData("Heavy fighting broke out between Tuareg rebels and the Malian army.", "Tuareg rebels", "Malian army")]
    [InlineData("Peru and Chile signed a fishing agreement.", "Peru", "Chile")]
    [InlineData("Denmark criticised Iran for the arrests, officials in Oslo said.", "Denmark", "Iran")]
    [InlineData("Hundreds of Kurdish students demonstrated against the governor.", "Kurdish students", "governor")]
    [InlineData("Peru demanded that Chile withdraw its patrol boats.", "Peru", "Chile")]
    public void Code_WhoAndWhom_AreTheSubjectAndTheOtherSide(string sentence, string source, string? target)
    {
        var code = Code(sentence);

        Assert.Equal(source, code?.Source?.Of(sentence));
        if (target is not null)
            Assert.Equal(target, code?.Target?.Of(sentence));
    }

    [Theory]
    [InlineData("Prices rose for a third month.")]
    [InlineData("")]
    [InlineData("—, ; …")]
    public void Code_NoEvent_IsNull(string sentence) => Assert.Null(Code(sentence));

    [Theory]
    [InlineData("The junta imposed a curfew on the delta.", "curfew")]
    [InlineData("Gunmen kidnapped two engineers.", "abduct")]
    [InlineData("Jets bombed rebel positions.", "aerial")]
    [InlineData("Prisoners went on hunger strike.", "hunger")]
    public void Code_VerbWithMode_HasIt(string sentence, string mode) => Assert.Equal(mode, Code(sentence)?.Mode);

    [Theory]
    [InlineData("The court sentenced the general to nine years.", "legal")]
    [InlineData("The agency gave shelter to refugees.", "refugees")]
    [InlineData("Troops withdrew tanks and artillery.", "military")]
    public void Code_Words_TellTheContext(string sentence, string context) => Assert.Equal(context, Code(sentence)?.Context);

    [Fact]
    public void Code_Clause_SpansLieInIt()
    {
        const string Text = "On Monday the mayor spoke. Rebels shelled the barracks in Tarn. Rain fell.";
        var clause = new TextSpan(27, 63);

        var code = Coder.Code(SegmentedText.Of(Text), clause);

        Assert.NotNull(code);
        Assert.True(clause.Contains(code.Source!.Value));
        Assert.Equal("Rebels", code.Source.Value.Of(Text));
    }

    [Fact]
    public void Code_AnyWordsInAnyOrder_NeverThrowsAndSpansLieInTheText()
    {
        string[] pieces =
        [
            "the", "said", "will", "to", "by", "and", "attack", "talks", "Tarn", "Peru", "'s", ",", "\"", "that", "must", "not", "been", "is", "held", "with", "between", "who", "300", "rebels",
            "of", "Monday", ".", "unless", "\uD800", "é", "U.S.", "agreed", "stopped", "were", "–", "its", "(", "kidnapping", "willing", "of the", "say", "\n\n",
        ];
        var random = new Random(7);
        for (var round = 0; round < 4000; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 30)).Select(_ => pieces[random.Next(pieces.Length)]));
            var start = random.Next(text.Length);
            var span = round % 2 == 0 ? new TextSpan(0, text.Length) : new TextSpan(start, random.Next(start, text.Length + 1));

            var code = Coder.Code(SegmentedText.Of(text), span);

            var whole = new TextSpan(0, text.Length);
            Assert.True(code?.Source is not { } s || (whole.Contains(s) && s.Length > 0), text);
            Assert.True(code?.Target is not { } t || (whole.Contains(t) && t.Length > 0), text);
            Assert.True(code is null || code.Confidence is > 0 and <= 1, text);
        }
    }

    private static EventCode? Code(string sentence) => Coder.Code(SegmentedText.Of(sentence), new TextSpan(0, sentence.Length));
}
