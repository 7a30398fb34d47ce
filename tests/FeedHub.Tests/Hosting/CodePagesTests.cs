using FeedHub.Hosting;

namespace FeedHub.Tests.Hosting;

public class CodePagesTests
{
    [Fact]
    public void OnlyFilesOfProgramsThatNoOtherProcessSeesWritten_AreChosen()
    {
        string[] maps =
        [
            "7f10000000-7f10002000 r-xp 00001000 fe:00 81                         /opt/hub/Hub.Web.dll",
            "7f20000000-7f20001000 r--p 00000000 fe:00 82                         /usr/lib/x86_64-linux-gnu/libcrypto.so.3",
            "7f30000000-7f30001000 rw-p 00000000 fe:00 81                         /opt/hub/Hub.Web.dll",
            "7f40000000-7f40001000 rw-s 00000000 fe:00 83                         /opt/hub/Shared.dll",
            "7f48000000-7f48003000 r--s 00000000 fe:00 83                         /opt/hub/Shared.dll",
            "7f50000000-7f50001000 r--p 00000000 00:00 0",
            "7f60000000-7f60001000 r-xp 00000000 00:00 0                          [vdso]",
            "7f70000000-7f70001000 r--p 00000000 fe:00 84                         /var/lib/hub/hub.db",
        ];
        Assert.Equal(
            [
                new(0x7f10000000, 0x7f10002000, IsWritable: false),
                new(0x7f20000000, 0x7f20001000, IsWritable: false),
                new(0x7f30000000, 0x7f30001000, IsWritable: true),
                new(0x7f48000000, 0x7f48003000, IsWritable: false),
            ],
            CodePages.OfPrograms(maps));
    }

    [Fact]
    public void WhatIsGivenBack_IsThereAgainWhereItIsUsed()
    {
        CodePages.GiveBack(CodePages.Mapped());
        Assert.Equal("3.5", FormattableString.Invariant($"{Enumerable.Range(0, 8).Average()}"));
    }
}
