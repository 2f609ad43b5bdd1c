using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Coding;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Coding;

public sealed class AcledMappingTests
{
    private static readonly EventCoder Coder = new();

    [Theory]
    [InlineData("Troops clashed with insurgents near the dam.", "Battles", "Armed clash")]
    [InlineData("Government forces recaptured the hill from the insurgents.", "Battles", "Government regains territory")]
    [InlineData("Rebels captured the town of Tarn.", "Battles", "Non-state actor overtakes territory")]
    [InlineData("Warplanes bombed the grain market in Tarn.", "Explosions/Remote violence", "Air/drone strike")]
    [InlineData("A drone struck a convoy of the army.", "Explosions/Remote violence", "Air/drone strike")]
    [InlineData("Rebels fired mortar rounds at the barracks.", "Explosions/Remote violence", "Shelling/artillery/missile attack")]
    [InlineData("A suicide bomber killed two guards at the gate.", "Explosions/Remote violence", "Suicide bomb")]
    [InlineData("A roadside bomb killed four soldiers.", "Explosions/Remote violence", "Remote explosive/landmine/IED")]
    [InlineData("Men on a motorbike threw a grenade at the shop.", "Explosions/Remote violence", "Grenade")]
    [InlineData("The army attacked the village with chlorine gas.", "Explosions/Remote violence", "Chemical weapon")]
    [InlineData("Gunmen shot three farmers.", "Violence against civilians", "Attack")]
    [InlineData("Militiamen kidnapped two teachers.", "Violence against civilians", "Abduction/forced disappearance")]
    [InlineData("Soldiers raped several women in the camp.", "Violence against civilians", "Sexual violence")]
    [InlineData("Teachers marched through the capital.", "Protests", "Peaceful protest")]
    [InlineData("Students demonstrated in Tarn before police fired tear gas and dispersed them.", "Protests", "Protest with intervention")]
    [InlineData("Prisoners rioted in the old fort.", "Riots", "Violent demonstration")]
    [InlineData("The two armies signed a ceasefire agreement.", "Strategic developments", "Agreement")]
    [InlineData("Police arrested six activists.", "Strategic developments", "Arrests")]
    [InlineData("Forty fighters surrendered to the army.", "Strategic developments", "Change to group/activity")]
    [InlineData("Rebels handed over their weapons to the observers.", "Strategic developments", "Disrupted weapons use")]
    [InlineData("The army set up a base in the valley.", "Strategic developments", "Headquarters or base established")]
    [InlineData("Soldiers burned houses in the valley.", "Strategic developments", "Looting/property destruction")]
    [InlineData("The garrison withdrew from the town.", "Strategic developments", "Non-violent transfer of territory")]
    [InlineData("The army closed the crossing to all traffic.", "Strategic developments", "Other")]
    public void Of_DeedThatIsTold_HasItsSubType(string sentence, string type, string subType)
    {
        var code = Coder.Code(SegmentedText.Of(sentence), new TextSpan(0, sentence.Length));

        Assert.Equal((type, subType), (code?.Acled?.Type, code?.Acled?.SubType));
    }

    [Theory]
    [InlineData("The general threatened to shell the port.")]
    [InlineData("Peru demanded that Chile withdraw its patrol boats.")]
    [InlineData("Kenya refused to release the pilots.")]
    [InlineData("The two ministers met in Oslo.")]
    public void Of_WordsAlone_AreNotCoded(string sentence) => Assert.Null(Coder.Code(SegmentedText.Of(sentence), new TextSpan(0, sentence.Length))?.Acled);

    [Fact]
    public void Code_SubTypeThatAcledHasNot_Throws() => Assert.Throws<KeyNotFoundException>(() => AcledMapping.Code("Skirmish"));
}
