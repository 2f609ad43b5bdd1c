using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.ServiceDefaults.UnitTests;

public class PageRequestTests
{
    [Theory]
    [InlineData(0, PageRequest.DefaultSize)]
    [InlineData(1, 1)]
    [InlineData(1000, 1000)]
    public void Read_ASizeInRange_IsTaken(int asked, int expected)
    {
        var violations = new FieldViolations();

        var page = PageRequest.Read(asked, "", 1, violations);

        Assert.Equal(expected, page.Size);
        Assert.True(page.IsFirst);
        Assert.Equal(0, violations.Count);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1001)]
    public void Read_ASizeOutOfRange_IsAViolation(int asked)
    {
        var violations = new FieldViolations();

        PageRequest.Read(asked, "", 1, violations);

        Assert.Equal("page_size", Assert.Single(violations.All).Field);
    }

    [Fact]
    public void Read_ATokenItGaveOut_GivesTheKeyBack()
    {
        var page = PageRequest.Read(0, PageRequest.TokenAfter("2018-09-17", "ÿ\"/x"), 2, new FieldViolations());

        Assert.Equal(["2018-09-17", "ÿ\"/x"], page.After);
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData("bm90IGpzb24")]
    [InlineData("WyJvbmUiXQ")]
    public void Read_AnotherToken_IsAViolation(string token)
    {
        var violations = new FieldViolations();

        var page = PageRequest.Read(0, token, 2, violations);

        Assert.Equal("page_token", Assert.Single(violations.All).Field);
        Assert.True(page.IsFirst);
    }
}
