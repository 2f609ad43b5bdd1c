using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Syntax;

namespace Truceline.Entity.UnitTests.Syntax;

public sealed class SyntaxModelFileTests
{
    [Fact]
    public void Write_ModelThatWasRead_MakesTheSameBytes()
    {
        var bytes = ShippedBytes();

        Assert.Equal(bytes, SyntaxModelFile.Write(SyntaxModelFile.Read(bytes)));
    }

    [Fact]
    public void Read_ChangedByte_IsRefused()
    {
        var bytes = ShippedBytes();
        bytes[bytes.Length / 2] ^= 1;

        var thrown = Assert.Throws<InvalidDataException>(() => SyntaxModelFile.Read(bytes));

        Assert.Contains("damaged", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(100)]
    public void Read_CutOff_IsRefused(int length) =>
        Assert.Throws<InvalidDataException>(() => SyntaxModelFile.Read(ShippedBytes().AsSpan(0, length).ToArray()));

    private static byte[] ShippedBytes()
    {
        using var stream = DataFile.Open("syntax.model");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
