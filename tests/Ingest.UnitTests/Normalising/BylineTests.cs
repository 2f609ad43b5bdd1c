using Truceline.Ingest.Normalising.Bylines;

namespace Truceline.Ingest.UnitTests.Normalising;

public class BylineTests
{
    [Theory]
    [InlineData("By Jane Doe", "Jane Doe", "")]
    [InlineData("BY JANE DOE", "JANE DOE", "")]
    [InlineData("Jane Doe", "Jane Doe", "")]
    [InlineData("By Jane Doe and John Roe", "Jane Doe; John Roe", "")]
    [InlineData("By Jane Doe, John Roe and Ali al-Example", "Jane Doe; John Roe; Ali al-Example", "")]
    [InlineData("By Jane Doe in Beirut and John Roe in Amman", "Jane Doe; John Roe", "")]
    [InlineData("By Jane Doe, Associated Press", "Jane Doe", "AP")]
    [InlineData("By JANE DOE and JOHN ROE, Associated Press Writers", "JANE DOE; JOHN ROE", "")]
    [InlineData("By The Associated Press", "", "AP")]
    [InlineData("Agence France-Presse", "", "AFP")]
    [InlineData("By Jane Doe | Reuters", "Jane Doe", "Reuters")]
    [InlineData("Jane Doe (Reuters)", "Jane Doe", "")]
    [InlineData("Doe, Jane", "Jane Doe", "")]
    [InlineData("Par Jane Doe avec AFP", "Jane Doe", "AFP")]
    [InlineData("Por Juan Ejemplo", "Juan Ejemplo", "")]
    [InlineData("Von Erika Beispiel und Max Muster", "Erika Beispiel; Max Muster", "")]
    [InlineData("بقلم: محمد المثال", "محمد المثال", "")]
    [InlineData("Автор: Иван Примеров", "Иван Примеров", "")]
    [InlineData("By Staff Reporter", "", "")]
    [InlineData("By Web Desk", "", "")]
    [InlineData("By Our Correspondent", "", "")]
    [InlineData("jane@example.org (Jane Doe)", "", "")]
    [InlineData("By Jane Doe Published 17 September 2018", "Jane Doe", "")]
    [InlineData("Jane Doe, Middle East correspondent", "Jane Doe", "")]
    [InlineData("", "", "")]
    [InlineData("https://example.org/jane", "", "")]
    [InlineData("Jean-Pierre O'Neil-Smith Jr.", "Jean-Pierre O'Neil-Smith Jr", "")]
    public void Read_AByline_GivesNamesAndAgency(string text, string names, string agency)
    {
        var byline = BylineText.Read(text);

        Assert.Equal((names, agency), (string.Join("; ", byline.Names), byline.Agency));
    }

    [Theory]
    [InlineData("(Reporting by Jane Doe in Beirut and John Roe in Amman; Writing by Max Muster; Editing by Erika Beispiel)", "Jane Doe; John Roe; Max Muster")]
    [InlineData("Reporting by Jane Doe; editing by Erika Beispiel", "Jane Doe")]
    [InlineData("(Additional reporting by John Roe; Editing by Erika Beispiel)", "John Roe")]
    [InlineData("(Editing by Erika Beispiel)", "")]
    [InlineData("Compiled by Jane Doe", "Jane Doe")]
    public void ReadCredit_OfAnAgency_GivesWhoReported(string text, string names) => Assert.Equal(names, string.Join("; ", CreditText.Read(text).Names));
}
