using System.Text;
using Truceline.DevHost.Stories;

namespace Truceline.DevHost.UnitTests.Stories;

public sealed class StoryReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("truceline-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task ReadAsync_TextFile_IsTakenAsItIs()
    {
        var story = await ReadAsync("a.txt", "Zürich, Sep 1 -\r\n text\n"u8.ToArray(), "2018-09-01");

        Assert.Equal(new Story("Zürich, Sep 1 -\r\n text\n", "text/plain", "", "2018-09-01"), story);
    }

    [Fact]
    public async Task ReadAsync_HtmlFile_IsPassedOnAsHtml() =>
        Assert.Equal("text/html", (await ReadAsync("a.html", "<p>x</p>"u8.ToArray())).MediaType);

    [Fact]
    public async Task ReadAsync_ByteOrderMark_IsNotPartOfTheText() =>
        Assert.Equal("x", (await ReadAsync("a.txt", [.. Encoding.UTF8.Preamble, (byte)'x'])).Text);

    [Fact]
    public Task ReadAsync_NotUtf8_SaysSo() => AssertRefusedAsync([0x66, 0xff, 0xfe], "not text");

    [Fact]
    public Task ReadAsync_TooLarge_SaysSo() => AssertRefusedAsync(new byte[524_289], "larger than");

    [Fact]
    public async Task ReadAsync_NoSuchFile_SaysSo()
    {
        var failure = await Assert.ThrowsAsync<DevHostException>(
            () => StoryReader.ReadAsync(Path.Combine(_folder, "none.txt"), "", CancellationToken.None));

        Assert.Contains("none.txt", failure.Message, StringComparison.Ordinal);
    }

    private async Task AssertRefusedAsync(byte[] bytes, string reason)
    {
        var failure = await Assert.ThrowsAsync<DevHostException>(() => ReadAsync("a.txt", bytes));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    private async Task<Story> ReadAsync(string name, byte[] bytes, string published = "")
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllBytesAsync(path, bytes);
        return await StoryReader.ReadAsync(path, published, CancellationToken.None);
    }
}
